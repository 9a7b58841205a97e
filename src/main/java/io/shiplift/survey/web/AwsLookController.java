package io.shiplift.survey.web;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import io.shiplift.survey.AwsLook;
import io.shiplift.survey.AwsLooks;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows what was found in the AWS account of a migration, and looks again.
 */
@Controller
@RequestMapping("/migrations/{id:[a-z0-9]{8}}/aws")
class AwsLookController {

	private final Migrations migrations;

	private final AwsLooks looks;

	AwsLookController(Migrations migrations, AwsLooks looks) {
		this.migrations = migrations;
		this.looks = looks;
	}

	@GetMapping
	String show(@PathVariable String id, Member member, Model model) {
		Migration migration = find(id, member);
		model.addAttribute("migration", migration);
		model.addAttribute("look", this.looks.newest(migration).orElse(null));
		return "survey/aws";
	}

	@PostMapping
	String look(@PathVariable String id, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = find(id, member);
		if (migration.planNumber() == 0) {
			flash.addFlashAttribute("problem", "Freeze a plan first: it says what is needed of the account.");
			return "redirect:/migrations/" + id + "/aws";
		}
		try {
			AwsLook look = this.looks.look(migration, member);
			flash.addFlashAttribute("done", "Looked: " + look.words() + ".");
		}
		catch (OutsideProblem ex) {
			flash.addFlashAttribute("problem", ex.getMessage());
		}
		return "redirect:/migrations/" + id + "/aws";
	}

	private Migration find(String id, Member member) {
		Migration migration = this.migrations.find(id, member);
		if (migration.awsConnectionId() == null) {
			throw new NotFound("AWS account of migration " + id);
		}
		return migration;
	}

}

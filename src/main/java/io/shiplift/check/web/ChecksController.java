package io.shiplift.check.web;

import java.util.List;

import io.shiplift.check.result.CheckRow;
import io.shiplift.check.result.Rounds;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.SourceLooks;
import io.shiplift.security.Member;
import io.shiplift.security.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows how the checks of a migration stand, and judges them again.
 */
@Controller
@RequestMapping("/migrations/{id:[a-z0-9]{8}}/checks")
class ChecksController {

	private final Migrations migrations;

	private final SourceLooks looks;

	private final Rounds rounds;

	ChecksController(Migrations migrations, SourceLooks looks, Rounds rounds) {
		this.migrations = migrations;
		this.looks = looks;
		this.rounds = rounds;
	}

	@GetMapping
	String page(@PathVariable String id, Member member, Model model) {
		Migration migration = this.migrations.find(id, member);
		List<CheckRow> rows = this.rounds.rows(migration);
		model.addAttribute("migration", migration);
		model.addAttribute("begun", rows.stream().anyMatch((row) -> row.result() != null));
		model.addAttribute("tally", this.rounds.tally(migration));
		model.addAttribute("sections", Section.of(rows));
		return "check/checks";
	}

	/** Looks at the source again; all checks are judged by what is found. */
	@PostMapping
	String all(@PathVariable String id, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		look(migration, member, flash);
		return "redirect:/migrations/" + id + "/checks";
	}

	@PostMapping("/{key:[a-z0-9-]{1,60}}")
	String one(@PathVariable String id, @PathVariable String key, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		CheckRow row = this.rounds.row(migration, key);
		if (look(migration, member, flash) && this.rounds.one(migration, key, member.name())) {
			row = this.rounds.row(migration, key);
			flash.addFlashAttribute("done", "Looked again at “" + row.title() + "”: " + row.standing().word() + ".");
		}
		return "redirect:/migrations/" + id + "/checks#" + key;
	}

	private boolean look(Migration migration, Member member, RedirectAttributes flash) {
		boolean seen = !SourceLooks.app(migration).isEmpty() && this.looks.look(migration, member).isPresent();
		if (!seen) {
			flash.addFlashAttribute("problem",
					"There is no app to look at. Choose the Heroku app first, and one that the connection can see.");
		}
		return seen;
	}

}

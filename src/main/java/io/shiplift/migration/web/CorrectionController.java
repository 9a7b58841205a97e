package io.shiplift.migration.web;

import io.shiplift.code.CodeCorrections;
import io.shiplift.code.CodeScans;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lets a person say otherwise than what was read from the code.
 */
@Controller
@RequestMapping("/migrations/{id}/code/corrections")
class CorrectionController {

	private final Migrations migrations;

	private final CodeScans scans;

	private final CodeCorrections corrections;

	CorrectionController(Migrations migrations, CodeScans scans, CodeCorrections corrections) {
		this.corrections = corrections;
		this.migrations = migrations;
		this.scans = scans;
	}

	@GetMapping("/new")
	String ask(@PathVariable String id, @RequestParam Topic topic, @RequestParam(defaultValue = "") String name,
			Member member, Model model) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		RepositoryScan found = this.scans.scan(id).orElseThrow(() -> new NotFound("scan"));
		return page(migration, new CorrectionForm(topic, name, found.value(topic, name), ""), model);
	}

	@PostMapping
	String correct(@PathVariable String id, @ModelAttribute("form") CorrectionForm form, BindingResult errors,
			Member member, Model model, HttpServletResponse response) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		Topic topic = form.topic();
		if (topic == null || form.name().length() > 400) {
			throw new NotFound("topic");
		}
		form.validate(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(migration, form, model);
		}
		this.corrections.correct(id, topic, form.name(), form.said(), form.why(), member);
		return "redirect:/migrations/" + id + "/code";
	}

	@PostMapping("/withdrawn")
	String withdraw(@PathVariable String id, @RequestParam Topic topic, @RequestParam(defaultValue = "") String name,
			Member member) {
		member.require(Role.OPERATOR);
		this.migrations.find(id, member);
		this.corrections.withdraw(id, topic, name, member);
		return "redirect:/migrations/" + id + "/code";
	}

	private static String page(Migration migration, CorrectionForm form, Model model) {
		model.addAttribute("migration", migration);
		model.addAttribute("form", form);
		return "migration/correction";
	}

}

package io.shiplift.check.web;

import io.shiplift.check.result.CheckOverrides;
import io.shiplift.check.result.CheckRow;
import io.shiplift.check.result.Rounds;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets a person go on in spite of a finding, with a reason that stays in the journal.
 */
@Controller
@RequestMapping("/migrations/{id:[a-z0-9]{8}}/checks/{key:[a-z0-9-]{1,60}}")
class OverrideController {

	private final Migrations migrations;

	private final Rounds rounds;

	private final CheckOverrides overrides;

	OverrideController(Migrations migrations, Rounds rounds, CheckOverrides overrides) {
		this.migrations = migrations;
		this.rounds = rounds;
		this.overrides = overrides;
	}

	@GetMapping("/override")
	String ask(@PathVariable String id, @PathVariable String key, Member member, Model model) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		CheckRow row = this.rounds.row(migration, key);
		if (!row.overridable()) {
			return page(id, key);
		}
		model.addAttribute("form", new OverrideForm("", row.hash()));
		return form(migration, row, model);
	}

	@PostMapping("/override")
	String give(@PathVariable String id, @PathVariable String key, @Valid @ModelAttribute("form") OverrideForm form,
			BindingResult errors, Member member, Model model, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		CheckRow row = this.rounds.row(migration, key);
		if (row.overridable() && row.hash().equals(form.hash())) {
			if (errors.hasErrors()) {
				return form(migration, row, model);
			}
			this.overrides.give(migration, row, form.hash(), form.reason(), member);
			flash.addFlashAttribute("done", "“" + row.title() + "” is accepted, with your name and reason.");
		}
		else if (row.override() == null) {
			flash.addFlashAttribute("warning",
					"What “" + row.title() + "” found has changed meanwhile. Look at it again before you accept it.");
		}
		return page(id, key);
	}

	@PostMapping("/withdraw")
	String withdraw(@PathVariable String id, @PathVariable String key, Member member) {
		Migration migration = this.migrations.find(id, member);
		this.overrides.withdraw(migration, this.rounds.row(migration, key), member);
		return page(id, key);
	}

	private static String page(String id, String key) {
		return "redirect:/migrations/" + id + "/checks#" + key;
	}

	private static String form(Migration migration, CheckRow row, Model model) {
		model.addAttribute("migration", migration);
		model.addAttribute("row", row);
		return "check/override";
	}

}

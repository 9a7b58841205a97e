package io.shiplift.migration.web;

import io.shiplift.migration.Migrations;
import io.shiplift.migration.Runs;
import io.shiplift.migration.SourceLooks;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.step.RunKind;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Starts runs that need no approval; those that take something away are confirmed first.
 */
@Controller
@RequestMapping("/migrations/{id:[a-z0-9]{8}}/runs")
class RunStartController {

	private final Runs runs;

	private final Migrations migrations;

	private final StartPreviews previews;

	private final SourceLooks looks;

	private final Acts acts;

	RunStartController(Runs runs, Migrations migrations, StartPreviews previews, SourceLooks looks, Acts acts) {
		this.runs = runs;
		this.migrations = migrations;
		this.previews = previews;
		this.looks = looks;
		this.acts = acts;
	}

	@GetMapping("/new")
	String ask(@PathVariable String id, @RequestParam RunKind kind, Member member, Model model) {
		if (kind == RunKind.CUTOVER) {
			return "redirect:/migrations/" + this.migrations.find(id, member).id() + "/cutover";
		}
		model.addAttribute("form", new StartForm(kind, "", this.acts.token()));
		return page(id, kind, member, model);
	}

	/** Leads back whoever reloads a form that was found wrong. */
	@GetMapping
	String again(@PathVariable String id) {
		return "redirect:/migrations/" + id;
	}

	@PostMapping
	String start(@PathVariable String id, @ModelAttribute("form") StartForm form, BindingResult errors, Member member,
			Model model, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		if (this.previews.wrongName(id, form, member)) {
			errors.rejectValue("name", "differs", "Type the name of the migration exactly as shown.");
			return page(id, form.kind(), member, model);
		}
		if (form.kind() == RunKind.REHEARSAL) {
			String news = this.looks.news(this.migrations.find(id, member), member);
			if (!news.isEmpty()) {
				flash.addFlashAttribute("warning", news + " Look at the plan, then start the rehearsal again.");
				return "redirect:/migrations/" + id;
			}
		}
		return this.acts.once("start " + form.kind() + " " + id, form.token(), member, flash, "/migrations/" + id,
				() -> "/runs/" + this.runs.start(id, form.kind(), member).id());
	}

	private String page(String id, RunKind kind, Member member, Model model) {
		member.require(Role.OPERATOR);
		model.addAttribute("preview", this.previews.of(id, kind, member));
		return "migration/start";
	}

}

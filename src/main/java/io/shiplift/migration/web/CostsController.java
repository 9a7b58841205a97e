package io.shiplift.migration.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.shiplift.migration.EditedMeanwhile;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Variants;
import io.shiplift.plan.Answers;
import io.shiplift.plan.BillCsv;
import io.shiplift.plan.Scenario;
import io.shiplift.plan.Scenarios;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
 * What the plan costs beside today's bill, and what other choices would.
 */
@Controller
@RequestMapping("/migrations/{id}")
class CostsController {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final Drafts drafts;

	private final CostPages pages;

	private final Scenarios scenarios;

	private final Variants variants;

	private final Migrations migrations;

	CostsController(Drafts drafts, CostPages pages, Scenarios scenarios, Variants variants, Migrations migrations) {
		this.drafts = drafts;
		this.pages = pages;
		this.scenarios = scenarios;
		this.variants = variants;
		this.migrations = migrations;
	}

	@GetMapping("/costs")
	String costs(@PathVariable String id, Member member, Model model) {
		Draft draft = this.drafts.open(id, member);
		if (!this.pages.possible(draft)) {
			return "redirect:" + draft.path("/answers/check");
		}
		this.pages.fill(model, draft);
		return "migration/costs";
	}

	@GetMapping("/costs.csv")
	ResponseEntity<String> table(@PathVariable String id, Member member) {
		Draft draft = this.drafts.open(id, member);
		List<Scenario> all = this.pages.possible(draft)
				? this.pages.columns(draft).stream().map(CostsPage.Column::scenario).toList() : List.of();
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"costs-" + id + ".csv\"")
			.body(BillCsv.of(all));
	}

	@PostMapping("/costs")
	String add(@PathVariable String id, @ModelAttribute("form") WhatIfForm form, BindingResult errors, Member member,
			Model model, HttpServletResponse response) {
		member.require(Role.OPERATOR);
		Draft draft = this.drafts.open(id, member);
		if (!this.pages.possible(draft)) {
			return "redirect:" + draft.path("/answers/check");
		}
		form.validate(errors, this.scenarios.errors(draft.setting(), form.choices()));
		if (!errors.hasErrors() && !this.variants.add(id, form.name(), form.choices(), member.userId())) {
			errors.rejectValue("name", "many",
					"There are " + Variants.MOST + " what-ifs already. Remove one before you add another.");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			this.pages.fill(model, draft);
			return "migration/costs";
		}
		return "redirect:" + draft.path("/costs");
	}

	/** Takes what Heroku's invoice says, or nothing. */
	@PostMapping("/costs/invoice")
	String invoice(@PathVariable String id, @ModelAttribute("invoice") InvoiceForm form, BindingResult errors,
			Member member, Model model, HttpServletResponse response) {
		member.require(Role.OPERATOR);
		Draft draft = this.drafts.open(id, member);
		form.validate(errors);
		if (errors.hasErrors() && this.pages.possible(draft)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			this.pages.fill(model, draft);
			return "migration/costs";
		}
		if (!errors.hasErrors()) {
			this.pages.keep(id, form, member);
		}
		return "redirect:" + draft.path("/costs");
	}

	/** Leads back whoever reloads a form that was found wrong. */
	@GetMapping("/costs/invoice")
	String again(@PathVariable String id) {
		return "redirect:/migrations/" + id + "/costs";
	}

	@PostMapping("/costs/{variant:\\d{1,18}}/remove")
	String remove(@PathVariable String id, @PathVariable long variant, Member member) {
		member.require(Role.OPERATOR);
		this.migrations.find(id, member);
		this.variants.remove(id, variant);
		return "redirect:/migrations/" + id + "/costs";
	}

	/** Makes the choices of a what-if the answers. */
	@PostMapping("/costs/{variant:\\d{1,18}}/take")
	String take(@PathVariable String id, @PathVariable long variant, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Draft draft = this.drafts.open(id, member);
		Optional<Variants.Variant> found = this.variants.find(id, variant);
		Variants.Variant taken = found.orElseThrow(() -> new NotFound("what-if " + variant));
		if (!taken.choices().buildable()) {
			flash.addFlashAttribute("warning",
					"This version builds neither Fargate nor a NAT gateway in each zone: this one is only to compare.");
			return "redirect:" + draft.path("/costs");
		}
		Answers completed = this.scenarios.completed(draft.setting());
		Answers changed = Taking.of(draft.answers(), taken.choices().over(completed));
		try {
			this.migrations.answer(id, draft.migration().version(), changed.toJson(),
					"Took over the what-if " + taken.name(), member);
			flash.addFlashAttribute("done", "The answers are now those of \u201c" + taken.name() + "\u201d.");
		}
		catch (EditedMeanwhile ex) {
			flash.addFlashAttribute("warning", "Somebody changed an answer at the same moment, so nothing was taken"
					+ " over. Look at the costs again and repeat it.");
		}
		return "redirect:" + draft.path("/costs");
	}

	/** Takes over the three questions that a what-if changes, and no other. */
	private static final class Taking {

		private static final List<String> QUESTIONS = List.of("region", "web", "database");

		static Answers of(Answers answers, Answers chosen) {
			Answers changed = answers;
			for (String question : QUESTIONS) {
				changed = changed.with(question, chosen.of(question));
			}
			return changed;
		}

	}

}

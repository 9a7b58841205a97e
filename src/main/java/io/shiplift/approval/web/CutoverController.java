package io.shiplift.approval.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.shiplift.approval.Approvals;
import io.shiplift.approval.Windows;
import io.shiplift.approval.web.CutoverForms.Asked;
import io.shiplift.approval.web.CutoverForms.Decided;
import io.shiplift.approval.web.CutoverForms.Named;
import io.shiplift.journal.Journal;
import io.shiplift.migration.NotNow;
import io.shiplift.migration.SourceLooks;
import io.shiplift.security.FormTokens;
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
 * The page on which a cutover is asked for, decided on and started: three acts, by at
 * least two people.
 */
@Controller
@RequestMapping("/migrations/{id:[a-z0-9]{8}}/cutover")
class CutoverController {

	private static final List<Choice> CHOICES = List.of(
			new Choice("approve", "Approve", "It may be started within 24 hours, as long as the plan stays the same."),
			new Choice("reject", "Reject", "Nothing happens. A new request is needed."));

	private final CutoverViews views;

	private final Approvals approvals;

	private final Windows windows;

	private final SourceLooks looks;

	private final FormTokens tokens;

	private final Journal journal;

	CutoverController(CutoverViews views, Approvals approvals, Windows windows, SourceLooks looks, FormTokens tokens,
			Journal journal) {
		this.views = views;
		this.approvals = approvals;
		this.windows = windows;
		this.looks = looks;
		this.tokens = tokens;
		this.journal = journal;
	}

	@GetMapping
	String page(@PathVariable String id, Member member, Model model) {
		model.addAttribute("since", this.journal.lastId());
		return show(id, member, model).map((view) -> "approval/cutover").orElse("approval/early");
	}

	@GetMapping("/live")
	String live(@PathVariable String id, Member member, Model model) {
		return show(id, member, model).map((view) -> "approval/cutover :: live").orElse("redirect:/migrations/" + id);
	}

	/** Leads back whoever reloads a form that was found wrong. */
	@GetMapping({ "/request", "/decision", "/start", "/withdraw" })
	String again(@PathVariable String id) {
		return "redirect:/migrations/" + id + "/cutover";
	}

	@PostMapping("/request")
	String ask(@PathVariable String id, @Valid @ModelAttribute("asked") Asked form, BindingResult errors, Member member,
			Model model, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		String problem = window(id, form, member);
		if (!problem.isEmpty()) {
			errors.rejectValue("abortBy", "window", problem);
		}
		if (errors.hasErrors()) {
			return page(id, member, model);
		}
		return once("request cutover", id, form.token(), member, flash, () -> {
			this.approvals.request(id, form.note(), form.window().orElse(null), member);
			return "Asked. As soon as somebody else has approved, it can be started here.";
		});
	}

	@PostMapping("/decision")
	String decide(@PathVariable String id, @Valid @ModelAttribute("decided") Decided form, BindingResult errors,
			Member member, Model model, RedirectAttributes flash) {
		member.require(Role.APPROVER);
		if (errors.hasErrors()) {
			return page(id, member, model);
		}
		return once("decide on run " + form.run(), id, form.token(), member, flash, () -> {
			this.approvals.decide(form.run(), form.approve(), form.plan(), form.reason(), member);
			return form.approve() ? "Approved. An operator can start the cutover now."
					: "Rejected. Nothing was changed.";
		});
	}

	@PostMapping("/start")
	String start(@PathVariable String id, @ModelAttribute("named") Named form, BindingResult errors, Member member,
			Model model, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		CutoverView view = show(id, member, model).orElseThrow(() -> new NotNow("Freeze a plan first."));
		if (!form.name().equals(view.migration().name())) {
			errors.rejectValue("name", "differs", "Type the name of the migration exactly as shown.");
			return page(id, member, model);
		}
		String news = this.looks.news(view.migration(), member);
		if (!news.isEmpty()) {
			flash.addFlashAttribute("warning", news + " Look at what changed, then start the cutover again.");
			return "redirect:/migrations/" + id + "/cutover";
		}
		try {
			return "redirect:" + this.tokens.once("start run " + form.run(), form.token(), member,
					() -> "/runs/" + this.approvals.start(form.run(), form.name(), member).id());
		}
		catch (NotNow ex) {
			flash.addFlashAttribute("problem", ex.getMessage());
			return "redirect:/migrations/" + id + "/cutover";
		}
	}

	@PostMapping("/withdraw")
	String withdraw(@PathVariable String id, @ModelAttribute("named") Named form, Member member,
			RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		return once("withdraw run " + form.run(), id, form.token(), member, flash, () -> {
			this.approvals.withdraw(form.run(), member);
			return "Withdrawn. Nothing was changed.";
		});
	}

	private String window(String id, Asked form, Member member) {
		return form.understood() ? this.windows.tooShort(id, form.window().orElse(null), member)
				: "Type a day and a time in UTC, for example 2026-11-21 22:30.";
	}

	private Optional<CutoverView> show(String id, Member member, Model model) {
		Optional<CutoverView> view = this.views.of(id, member);
		String token = this.tokens.fresh();
		long run = view.map(CutoverView::request).map((request) -> request.run().id()).orElse(0L);
		model.addAttribute("id", id);
		view.ifPresent((found) -> model.addAttribute("view", found));
		model.addAttribute("choices", CHOICES);
		model.addAttribute("token", token);
		put(model, "asked", new Asked("", "", token));
		put(model, "decided", new Decided(run, view.map((found) -> found.plan().hash()).orElse(""), "", "", token));
		put(model, "named", new Named(run, "", token));
		return view;
	}

	/** Keeps what was sent and found wrong. */
	private static void put(Model model, String name, Object form) {
		if (!model.containsAttribute(name)) {
			model.addAttribute(name, form);
		}
	}

	private String once(String form, String id, String token, Member member, RedirectAttributes flash,
			Supplier<String> work) {
		try {
			String done = this.tokens.once(form + " " + id, token, member, work);
			flash.addFlashAttribute("done", done);
		}
		catch (NotNow ex) {
			flash.addFlashAttribute("problem", ex.getMessage());
		}
		return "redirect:/migrations/" + id + "/cutover";
	}

	/** A choice of the decision form. */
	record Choice(String value, String title, String hint) {

	}

}

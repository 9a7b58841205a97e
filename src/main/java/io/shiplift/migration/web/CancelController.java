package io.shiplift.migration.web;

import io.shiplift.migration.Runs;
import io.shiplift.security.Member;
import io.shiplift.security.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Ends a run before it is done, after saying what that means.
 */
@Controller
@RequestMapping("/runs/{id:\\d{1,18}}/cancel")
class CancelController {

	private final Runs runs;

	private final RunViews views;

	private final Acts acts;

	CancelController(Runs runs, RunViews views, Acts acts) {
		this.runs = runs;
		this.views = views;
		this.acts = acts;
	}

	@GetMapping
	String ask(@PathVariable long id, Member member, Model model) {
		member.require(Role.OPERATOR);
		RunView view = this.views.of(id, member);
		model.addAttribute("view", view);
		model.addAttribute("beyond", this.runs.past(view.migration().id(), member).pointOfNoReturn().isPresent());
		model.addAttribute("token", this.acts.token());
		return "migration/cancel";
	}

	@PostMapping
	String cancel(@PathVariable long id, @RequestParam(defaultValue = "") String token, Member member,
			RedirectAttributes flash) {
		return this.acts.once("cancel run " + id, token, member, flash, "/runs/" + id, () -> {
			this.runs.cancel(id, member);
			return "/runs/" + id;
		});
	}

}

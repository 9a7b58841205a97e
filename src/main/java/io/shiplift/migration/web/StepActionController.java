package io.shiplift.migration.web;

import java.util.function.Consumer;

import io.shiplift.migration.Runs;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets a person step in: try a step again, leave it out, or say that it was done by hand.
 */
@Controller
@RequestMapping("/runs/{id:\\d{1,18}}/steps/{key:[a-z0-9-]{1,40}}")
class StepActionController {

	private final Runs runs;

	private final RunViews views;

	private final Acts acts;

	StepActionController(Runs runs, RunViews views, Acts acts) {
		this.runs = runs;
		this.views = views;
		this.acts = acts;
	}

	@PostMapping("/retry")
	String retry(@PathVariable long id, @PathVariable String key, @RequestParam(defaultValue = "") String token,
			Member member, RedirectAttributes flash) {
		return once("retry " + key, id, token, member, flash, (run) -> this.runs.retry(run, key, member));
	}

	@GetMapping("/skip")
	String askSkip(@PathVariable long id, @PathVariable String key, Member member, Model model) {
		model.addAttribute("form", new ReasonForm("", this.acts.token()));
		return page(id, key, true, member, model);
	}

	@PostMapping("/skip")
	String skip(@PathVariable long id, @PathVariable String key, @Valid @ModelAttribute("form") ReasonForm form,
			BindingResult errors, Member member, Model model, RedirectAttributes flash) {
		return errors.hasErrors() ? page(id, key, true, member, model) : once("skip " + key, id, form.token(), member,
				flash, (run) -> this.runs.skip(run, key, form.reason(), member));
	}

	@GetMapping("/by-hand")
	String askByHand(@PathVariable long id, @PathVariable String key, Member member, Model model) {
		model.addAttribute("form", new ReasonForm("", this.acts.token()));
		return page(id, key, false, member, model);
	}

	@PostMapping("/by-hand")
	String byHand(@PathVariable long id, @PathVariable String key, @Valid @ModelAttribute("form") ReasonForm form,
			BindingResult errors, Member member, Model model, RedirectAttributes flash) {
		return errors.hasErrors() ? page(id, key, false, member, model) : once("by-hand " + key, id, form.token(),
				member, flash, (run) -> this.runs.doneByHand(run, key, form.reason(), member));
	}

	private String page(long id, String key, boolean skip, Member member, Model model) {
		member.require(Role.OPERATOR);
		RunView view = this.views.of(id, member);
		StepView step = view.steps()
			.stream()
			.filter((candidate) -> candidate.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new NotFound("step " + key));
		model.addAttribute("view", view);
		model.addAttribute("step", step);
		model.addAttribute("skip", skip);
		return "migration/reason";
	}

	private String once(String form, long id, String token, Member member, RedirectAttributes flash,
			Consumer<Long> work) {
		return this.acts.once(form + " of run " + id, token, member, flash, "/runs/" + id, () -> {
			work.accept(id);
			return "/runs/" + id;
		});
	}

}

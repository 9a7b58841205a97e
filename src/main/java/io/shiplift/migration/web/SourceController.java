package io.shiplift.migration.web;

import java.util.List;
import java.util.Optional;

import io.shiplift.fact.SourceSnapshot;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.SourceLooks;
import io.shiplift.security.Member;
import io.shiplift.security.People;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was found of the app, what changed since the look before, and another look; and
 * which connection looks.
 */
@Controller
@RequestMapping("/migrations/{id:[a-z0-9]{8}}")
class SourceController {

	private final Migrations migrations;

	private final SourceLooks looks;

	private final ConnectionChoices choices;

	private final People people;

	SourceController(Migrations migrations, SourceLooks looks, ConnectionChoices choices, People people) {
		this.migrations = migrations;
		this.looks = looks;
		this.choices = choices;
		this.people = people;
	}

	@GetMapping("/source")
	String show(@PathVariable String id, Member member, Model model) {
		Migration migration = this.migrations.find(id, member);
		model.addAttribute("jobs",
				JobsForm.of(this.looks.newest(migration)
					.map((taken) -> taken.snapshot().services().typedJobs())
					.orElse(List.of())));
		return page(migration, model);
	}

	/** Takes the jobs of the Scheduler as somebody copied them from its page. */
	@PostMapping("/source/jobs")
	String jobs(@PathVariable String id, @ModelAttribute("jobs") JobsForm form, BindingResult errors, Member member,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		form.validate(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(migration, model);
		}
		this.looks.typed(migration, form.typed(), member);
		flash.addFlashAttribute("done", "The jobs are kept.");
		return "redirect:/migrations/" + id + "/source";
	}

	/** Leads back whoever reloads a form that was found wrong. */
	@GetMapping("/source/jobs")
	String again(@PathVariable String id) {
		return "redirect:/migrations/" + id + "/source";
	}

	private String page(Migration migration, Model model) {
		model.addAttribute("migration", migration);
		model.addAttribute("app", SourceLooks.app(migration));
		this.looks.newest(migration).ifPresent((taken) -> {
			model.addAttribute("taken", taken);
			model.addAttribute("by", this.people.name(taken.by()));
			model.addAttribute("found", SourcePage.of(taken.snapshot()));
			model.addAttribute("changes", this.looks.changes(migration, taken));
		});
		return "migration/source";
	}

	/** Looks again; nothing at Heroku is changed by that. */
	@PostMapping("/source")
	String look(@PathVariable String id, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		if (SourceLooks.app(migration).isEmpty()) {
			return "redirect:/migrations/" + id + "/answers/app";
		}
		Optional<SourceSnapshot> found = this.looks.look(migration, member);
		flash.addFlashAttribute(found.isPresent() ? "done" : "problem",
				found.isPresent() ? "Looked again." : "The connection cannot see the app any more.");
		return "redirect:/migrations/" + id + "/source";
	}

	@GetMapping("/connection")
	String connection(@PathVariable String id, Member member, Model model) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(id, member);
		String current = migration.connectionId();
		model.addAttribute("migration", migration);
		String aws = migration.awsConnectionId();
		model.addAttribute("form", new MigrationForm(migration.name(), (current != null) ? current : "",
				(aws != null) ? aws : "", "", ""));
		model.addAttribute("connections", this.choices.of(member));
		model.addAttribute("accounts", this.choices.ofAws(member));
		return "migration/connection";
	}

	@PostMapping("/connection")
	String connect(@PathVariable String id, @ModelAttribute MigrationForm form, Member member) {
		this.migrations.connect(id, form.choice(), member);
		return "redirect:/migrations/" + id;
	}

}

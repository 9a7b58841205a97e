package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.migration.Examples;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.plan.Answers;
import io.shiplift.security.FormTokens;
import io.shiplift.security.Member;
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

/**
 * All migrations of the team, a new one, and where one stands.
 */
@Controller
@RequestMapping("/migrations")
class MigrationsController {

	private final Migrations migrations;

	private final Drafts drafts;

	private final MigrationRows rows;

	private final Hub hub;

	private final ConnectionChoices choices;

	private final FormTokens tokens;

	private final Examples examples;

	MigrationsController(Migrations migrations, Drafts drafts, MigrationRows rows, Hub hub, ConnectionChoices choices,
			FormTokens tokens, Examples examples) {
		this.migrations = migrations;
		this.drafts = drafts;
		this.rows = rows;
		this.hub = hub;
		this.choices = choices;
		this.tokens = tokens;
		this.examples = examples;
	}

	@GetMapping
	String list(Member member, Model model) {
		model.addAttribute("rows", this.rows.of(member));
		return "migration/list";
	}

	@GetMapping("/new")
	String begin(Member member, Model model) {
		member.require(Role.OPERATOR);
		model.addAttribute("form", new MigrationForm("", "", "", "", this.tokens.fresh()));
		return page(member, model);
	}

	@PostMapping
	String create(@ModelAttribute("form") MigrationForm form, BindingResult errors, Member member, Model model,
			HttpServletResponse response) {
		member.require(Role.OPERATOR);
		form.validate(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(member, model);
		}
		return "redirect:" + this.tokens.once("new migration", form.token(), member,
				() -> "/migrations/" + create(form, member).id() + "/answers/app");
	}

	private Migration create(MigrationForm form, Member member) {
		if (form.like().isEmpty()) {
			return this.migrations.create(form.clean(), form.choice(), member);
		}
		Migration example = this.migrations.find(form.like(), member);
		Migration migration = this.migrations.create(form.clean(), form.choice(), member);
		this.examples.keep(migration, example);
		return migration;
	}

	private String page(Member member, Model model) {
		List<Example> choices = new ArrayList<>(List.of(new Example("", "Nobody's: propose everything anew")));
		this.migrations.all(member)
			.stream()
			.filter((migration) -> Answers.fromJson(migration.answers()).has("app"))
			.forEach((migration) -> choices.add(new Example(migration.id(), migration.name())));
		model.addAttribute("examples", choices);
		model.addAttribute("connections", this.choices.of(member));
		model.addAttribute("accounts", this.choices.ofAws(member));
		return "migration/new";
	}

	@GetMapping("/{id}")
	String hub(@PathVariable String id, Member member, Model model) {
		Draft draft = this.drafts.open(id, member);
		this.hub.fill(model, draft, member);
		model.addAttribute("connection", this.choices.name(draft.migration(), member));
		model.addAttribute("account", this.choices.account(draft.migration(), member));
		model.addAttribute("token", this.tokens.fresh());
		return "migration/hub";
	}

	/** A migration whose answers a new one can start from. */
	record Example(String value, String title) {

	}

}

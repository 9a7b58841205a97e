package io.shiplift.migration.web;

import io.shiplift.migration.Migrations;
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

	MigrationsController(Migrations migrations, Drafts drafts, MigrationRows rows, Hub hub, ConnectionChoices choices,
			FormTokens tokens) {
		this.migrations = migrations;
		this.drafts = drafts;
		this.rows = rows;
		this.hub = hub;
		this.choices = choices;
		this.tokens = tokens;
	}

	@GetMapping
	String list(Member member, Model model) {
		model.addAttribute("rows", this.rows.of(member));
		return "migration/list";
	}

	@GetMapping("/new")
	String begin(Member member, Model model) {
		member.require(Role.OPERATOR);
		model.addAttribute("form", new MigrationForm("", "", this.tokens.fresh()));
		model.addAttribute("connections", this.choices.of(member));
		return "migration/new";
	}

	@PostMapping
	String create(@ModelAttribute("form") MigrationForm form, BindingResult errors, Member member, Model model,
			HttpServletResponse response) {
		member.require(Role.OPERATOR);
		form.validate(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("connections", this.choices.of(member));
			return "migration/new";
		}
		return "redirect:" + this.tokens.once("new migration", form.token(), member, () -> "/migrations/"
				+ this.migrations.create(form.clean(), form.connectionId(), member).id() + "/answers/app");
	}

	@GetMapping("/{id}")
	String hub(@PathVariable String id, Member member, Model model) {
		Draft draft = this.drafts.open(id, member);
		this.hub.fill(model, draft, member);
		model.addAttribute("connection", this.choices.name(draft.migration(), member));
		model.addAttribute("token", this.tokens.fresh());
		return "migration/hub";
	}

}

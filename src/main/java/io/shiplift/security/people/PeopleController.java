package io.shiplift.security.people;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Refused;
import io.shiplift.security.Role;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The pages about the people of a team.
 */
@Controller
class PeopleController {

	private final TeamPeople people;

	PeopleController(TeamPeople people) {
		this.people = people;
	}

	@GetMapping("/people")
	String list(Member member, Model model) {
		model.addAttribute("people", this.people.list(member));
		return "security/people";
	}

	@GetMapping("/people/new")
	String blank(Member member, Model model) {
		member.require(Role.ADMIN);
		model.addAttribute("form", PersonForm.empty());
		model.addAttribute("choices", RoleChoice.ALL);
		return "security/person-new";
	}

	@PostMapping("/people")
	String add(Member member, @Valid @ModelAttribute("form") PersonForm form, BindingResult result, Model model,
			RedirectAttributes redirect) {
		member.require(Role.ADMIN);
		model.addAttribute("choices", RoleChoice.ALL);
		Optional<Email> email = Optional.ofNullable(form.email()).flatMap(Email::of);
		if (email.isEmpty() && !result.hasFieldErrors("email")) {
			result.rejectValue("email", "shape", "Enter an e-mail address, such as name@example.org");
		}
		if (result.hasErrors() || email.isEmpty()) {
			return "security/person-new";
		}
		String name = Objects.requireNonNullElse(form.name(), "").strip();
		try {
			return invited(this.people.invite(member, email.get(), name, form.chosen()), name, model, redirect);
		}
		catch (Refused refusal) {
			result.rejectValue("email", "refused", String.valueOf(refusal.getMessage()));
			return "security/person-new";
		}
	}

	@GetMapping("/people/{id}")
	String person(Member member, @PathVariable long id, Model model) {
		member.require(Role.ADMIN);
		TeamPeople.Entry entry = this.people.list(member)
			.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> new NotFound("person"));
		model.addAttribute("person", entry);
		model.addAttribute("choices", RoleChoice.ALL);
		model.addAttribute("form", new RolesForm(entry.roles()));
		return "security/person";
	}

	@PostMapping("/people/{id}/roles")
	String roles(Member member, @PathVariable long id, @ModelAttribute("form") RolesForm form,
			RedirectAttributes redirect) {
		return change(id, redirect, "Roles saved.", () -> this.people.changeRoles(member, id, form.chosen()));
	}

	@PostMapping("/people/{id}/disable")
	String disable(Member member, @PathVariable long id, RedirectAttributes redirect) {
		return change(id, redirect, "Disabled. They were signed out everywhere.",
				() -> this.people.disable(member, id));
	}

	@PostMapping("/people/{id}/enable")
	String enable(Member member, @PathVariable long id, RedirectAttributes redirect) {
		return change(id, redirect, "Enabled. They can sign in again.", () -> this.people.enable(member, id));
	}

	@PostMapping("/people/{id}/remove")
	String remove(Member member, @PathVariable long id, RedirectAttributes redirect) {
		String back = change(id, redirect, "Taken out of the team.", () -> this.people.remove(member, id));
		return redirect.getFlashAttributes().containsKey("problem") ? back : "redirect:/people";
	}

	@PostMapping("/people/{id}/link")
	String link(Member member, @PathVariable long id, Model model, RedirectAttributes redirect) {
		try {
			Token token = this.people.newLink(member, id);
			return invited(Optional.of(token), "", model, redirect);
		}
		catch (Refused refusal) {
			redirect.addFlashAttribute("problem", refusal.getMessage());
			return "redirect:/people/" + id;
		}
	}

	private static String invited(Optional<Token> token, String name, Model model, RedirectAttributes redirect) {
		if (token.isEmpty()) {
			redirect.addFlashAttribute("done", "Added. They have an account already and see the team at once.");
			return "redirect:/people";
		}
		Consumer<Token> show = (made) -> model.addAttribute("link",
				ServletUriComponentsBuilder.fromCurrentContextPath()
					.path("/join")
					.queryParam("token", made.value())
					.toUriString());
		token.ifPresent(show);
		model.addAttribute("name", name);
		return "security/person-link";
	}

	private static String change(long id, RedirectAttributes redirect, String done, Runnable change) {
		try {
			change.run();
			redirect.addFlashAttribute("done", done);
		}
		catch (Refused refusal) {
			redirect.addFlashAttribute("problem", refusal.getMessage());
		}
		return "redirect:/people/" + id;
	}

}

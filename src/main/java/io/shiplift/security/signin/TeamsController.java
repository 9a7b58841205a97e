package io.shiplift.security.signin;

import java.util.Objects;

import io.shiplift.security.FormTokens;
import io.shiplift.security.Member;
import io.shiplift.security.people.Teams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The teams of the signed-in person: look, make one, work for another.
 */
@Controller
class TeamsController {

	private final Teams teams;

	private final Entrance entrance;

	private final FormTokens tokens;

	TeamsController(Teams teams, Entrance entrance, FormTokens tokens) {
		this.teams = teams;
		this.entrance = entrance;
		this.tokens = tokens;
	}

	@GetMapping("/teams")
	String list(Member member, Model model) {
		model.addAttribute("form", new TeamForm("", this.tokens.fresh()));
		model.addAttribute("teams", this.teams.of(member.userId()));
		return "security/teams";
	}

	@PostMapping("/teams")
	String create(Member member, @Valid @ModelAttribute("form") TeamForm form, BindingResult result, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		if (result.hasErrors()) {
			model.addAttribute("teams", this.teams.of(member.userId()));
			return "security/teams";
		}
		String name = Objects.requireNonNullElse(form.name(), "").strip();
		String id = this.tokens.once("team", Objects.requireNonNullElse(form.token(), ""), member,
				() -> Long.toString(this.teams.create(member, name).id()));
		redirect.addFlashAttribute("done", "Team " + name + " was made. You are its operator and admin.");
		return workFor(member, Long.parseLong(id), request);
	}

	@PostMapping("/teams/{id}/switch")
	String workFor(Member member, @PathVariable long id, HttpServletRequest request) {
		this.teams.switchTo(member.userId(), id);
		this.entrance.workFor(id, request);
		return "redirect:/";
	}

	/**
	 * The name of a new team, and the token that lets the form work once.
	 */
	record TeamForm(
			@NotBlank(message = "Enter a name for the team") @Size(max = 100,
					message = "The name must have at most 100 characters") @Nullable String name,
			@Nullable String token) {
	}

}

package io.shiplift.security.signin;

import java.util.Objects;
import java.util.Optional;

import io.shiplift.security.NotFound;
import io.shiplift.security.Refused;
import io.shiplift.security.people.Email;
import io.shiplift.security.people.Passwords;
import io.shiplift.security.people.Person;
import io.shiplift.security.people.Token;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which the first admin makes their account.
 */
@Controller
class SetupController {

	private final Setup setup;

	private final Passwords passwords;

	private final Doorkeeper doorkeeper;

	private final Entrance entrance;

	SetupController(Setup setup, Passwords passwords, Doorkeeper doorkeeper, Entrance entrance) {
		this.setup = setup;
		this.passwords = passwords;
		this.doorkeeper = doorkeeper;
		this.entrance = entrance;
	}

	@GetMapping("/setup")
	String page(@RequestParam(defaultValue = "") String token, Model model) {
		if (this.setup.isDone()) {
			throw new NotFound("setup");
		}
		model.addAttribute("form", new SetupForm(token, "", "", "", ""));
		model.addAttribute("good", this.setup.isGood(new Token(token)));
		return "security/setup";
	}

	@PostMapping("/setup")
	String complete(@Valid @ModelAttribute("form") SetupForm form, BindingResult result, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		if (this.setup.isDone()) {
			return "redirect:/";
		}
		Token token = new Token(Objects.requireNonNullElse(form.token(), ""));
		model.addAttribute("good", this.setup.isGood(token));
		Optional<Email> email = check(form, result);
		if (result.hasErrors() || email.isEmpty()) {
			return "security/setup";
		}
		return admit(complete(token, email.get(), form), request, response);
	}

	private Optional<Email> check(SetupForm form, BindingResult result) {
		Optional<Email> email = Optional.ofNullable(form.email()).flatMap(Email::of);
		if (email.isEmpty() && !result.hasFieldErrors("email")) {
			result.rejectValue("email", "shape", "Enter an e-mail address, such as name@example.org");
		}
		if (form.password() != null && !result.hasFieldErrors("password")) {
			this.passwords.problem(form.password(), text(form.email()), text(form.name()))
				.ifPresent((problem) -> result.rejectValue("password", "weak", problem));
		}
		return email;
	}

	private Person complete(Token token, Email email, SetupForm form) {
		return this.setup.complete(token, email, text(form.name()).strip(), text(form.team()).strip(),
				text(form.password()));
	}

	private String admit(Person person, HttpServletRequest request, HttpServletResponse response) {
		if (this.doorkeeper.let(person) instanceof Doorkeeper.Answer.In(var member)) {
			return this.entrance.admit(member, request, response);
		}
		throw new Refused("The account was made, but it is in no team.");
	}

	private static String text(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

}

package io.shiplift.security.signin;

import java.util.Objects;
import java.util.Optional;

import io.shiplift.security.Member;
import io.shiplift.security.people.Accounts;
import io.shiplift.security.people.OneTimeLinks;
import io.shiplift.security.people.Passwords;
import io.shiplift.security.people.Person;
import io.shiplift.security.people.Token;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page behind a one-time link: a person sets their name and password.
 */
@Controller
class JoinController {

	private final OneTimeLinks links;

	private final Accounts accounts;

	private final Passwords passwords;

	private final SignIns signIns;

	private final Doorkeeper doorkeeper;

	private final Entrance entrance;

	JoinController(OneTimeLinks links, Accounts accounts, Passwords passwords, SignIns signIns, Doorkeeper doorkeeper,
			Entrance entrance) {
		this.links = links;
		this.accounts = accounts;
		this.passwords = passwords;
		this.signIns = signIns;
		this.doorkeeper = doorkeeper;
		this.entrance = entrance;
	}

	@GetMapping("/join")
	String page(@RequestParam(defaultValue = "") String token, Model model) {
		Optional<Person> person = person(token);
		model.addAttribute("form", new JoinForm(token, person.map(Person::name).orElse(""), ""));
		model.addAttribute("person", person.orElse(null));
		return "security/join";
	}

	@PostMapping("/join")
	String join(@Valid @ModelAttribute("form") JoinForm form, BindingResult result, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		Optional<Person> person = person(text(form.token()));
		if (person.isEmpty() && isSignedIn()) {
			return "redirect:/";
		}
		model.addAttribute("person", person.orElse(null));
		if (person.isPresent() && !result.hasFieldErrors("password")) {
			this.passwords.problem(text(form.password()), person.get().email(), text(form.name()))
				.ifPresent((problem) -> result.rejectValue("password", "weak", problem));
		}
		if (person.isEmpty() || result.hasErrors()) {
			return "security/join";
		}
		Person joined = this.accounts.join(new Token(text(form.token())), text(form.name()).strip(),
				text(form.password()));
		this.signIns.endAll(joined.id());
		if (this.doorkeeper.let(joined) instanceof Doorkeeper.Answer.In(var member)) {
			return this.entrance.admit(member, request, response);
		}
		redirect.addFlashAttribute("warning", "Your password is set, but you are in no team. Ask an admin to add you.");
		return "redirect:/login";
	}

	/** After a double click the first answer has signed the person in. */
	private static boolean isSignedIn() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof Member;
	}

	/**
	 * Whose link it is; nobody's if it is used up, too old, or the person is disabled.
	 */
	private Optional<Person> person(String token) {
		return this.links.look(new Token(token)).flatMap(this.accounts::byId).filter((person) -> !person.isDisabled());
	}

	private static String text(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

}

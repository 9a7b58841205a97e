package io.shiplift.security.signin;

import java.util.Objects;

import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.people.Accounts;
import io.shiplift.security.people.Passwords;
import io.shiplift.security.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One's own account.
 */
@Controller
class AccountController {

	private final Accounts accounts;

	private final Passwords passwords;

	private final Doorkeeper doorkeeper;

	private final SignIns signIns;

	private final Entrance entrance;

	AccountController(Accounts accounts, Passwords passwords, Doorkeeper doorkeeper, SignIns signIns,
			Entrance entrance) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.doorkeeper = doorkeeper;
		this.signIns = signIns;
		this.entrance = entrance;
	}

	@GetMapping("/account")
	String page(Member member, Model model) {
		model.addAttribute("person", person(member));
		model.addAttribute("form", new PasswordForm("", ""));
		return "security/account";
	}

	@PostMapping("/account/password")
	String change(Member member, @Valid @ModelAttribute("form") PasswordForm form, BindingResult result, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		Person person = person(member);
		model.addAttribute("person", person);
		if (!result.hasErrors()) {
			check(person, form, result, request);
		}
		if (result.hasErrors()) {
			return "security/account";
		}
		this.accounts.changePassword(member.userId(), Objects.requireNonNull(form.chosen()));
		this.signIns.endAll(member.userId());
		this.entrance.admit(member, request, response);
		redirect.addFlashAttribute("done", "Your password was changed. Other browsers were signed out.");
		return "redirect:/account";
	}

	private Person person(Member member) {
		return this.accounts.byId(member.userId()).orElseThrow(() -> new NotFound("account"));
	}

	private void check(Person person, PasswordForm form, BindingResult result, HttpServletRequest request) {
		this.passwords.problem(Objects.requireNonNull(form.chosen()), person.email(), person.name())
			.ifPresent((problem) -> result.rejectValue("chosen", "weak", problem));
		if (!result.hasErrors()
				&& !this.doorkeeper.knows(person, Objects.requireNonNull(form.present()), request.getRemoteAddr())) {
			result.rejectValue("present", "wrong", "This is not your present password");
		}
	}

}

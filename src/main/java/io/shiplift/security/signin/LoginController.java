package io.shiplift.security.signin;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page.
 */
@Controller
class LoginController {

	private final Doorkeeper doorkeeper;

	private final Entrance entrance;

	private final Setup setup;

	LoginController(Doorkeeper doorkeeper, Entrance entrance, Setup setup) {
		this.doorkeeper = doorkeeper;
		this.entrance = entrance;
		this.setup = setup;
	}

	@GetMapping("/login")
	String page(@RequestParam(required = false) String out, Model model) {
		model.addAttribute("form", new LoginForm("", ""));
		model.addAttribute("out", out != null);
		model.addAttribute("open", this.setup.isDone());
		return "security/login";
	}

	@PostMapping("/login")
	String enter(@Valid @ModelAttribute("form") LoginForm form, BindingResult result, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		model.addAttribute("open", true);
		if (result.hasErrors()) {
			return "security/login";
		}
		return switch (this.doorkeeper.enter(Objects.requireNonNull(form.username()),
				Objects.requireNonNull(form.password()), request.getRemoteAddr())) {
			case Doorkeeper.Answer.In(var member) -> this.entrance.admit(member, request, response);
			case Doorkeeper.Answer.Wrong() ->
				again(result, "E-mail or password is wrong, or the account is not in use");
			case Doorkeeper.Answer.NoTeam() ->
				again(result, "You are not in any team any more. Ask an admin to add you");
			case Doorkeeper.Answer.Wait(var left) ->
				again(result, "There were too many wrong tries. Wait " + (left.toSeconds() + 1) + " s and try again");
		};
	}

	private static String again(BindingResult result, String why) {
		result.reject("refused", why);
		return "security/login";
	}

}

package io.shiplift.connection.web;

import io.shiplift.connection.AwsConnections;
import io.shiplift.connection.HerokuConnections;
import io.shiplift.credentials.TeamConnections.Tested;
import io.shiplift.security.FormTokens;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DuplicateKeyException;
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
 * The connections of the team, and its Heroku accounts. A token is typed once and never
 * shown again.
 */
@Controller
@RequestMapping("/connections")
class ConnectionsController {

	private final HerokuConnections connections;

	private final AwsConnections accounts;

	private final FormTokens tokens;

	private final People people;

	ConnectionsController(HerokuConnections connections, AwsConnections accounts, FormTokens tokens, People people) {
		this.connections = connections;
		this.accounts = accounts;
		this.tokens = tokens;
		this.people = people;
	}

	@GetMapping
	String list(Member member, Model model) {
		model.addAttribute("connections", this.connections.of(member));
		model.addAttribute("accounts", this.accounts.of(member));
		return "connection/connections";
	}

	@GetMapping("/new")
	String blank(Member member, Model model) {
		HerokuConnections.require(member);
		model.addAttribute("form", new TokenForm("", "", this.tokens.fresh()));
		return "connection/new";
	}

	@PostMapping
	String add(@ModelAttribute("form") TokenForm form, BindingResult errors, Member member, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		HerokuConnections.require(member);
		form.checkName(errors);
		Tested tested = form.test(this.connections, errors);
		if (tested != null && !errors.hasErrors()) {
			try {
				String path = this.tokens.once("new connection", form.token(), member,
						() -> "/connections/" + this.connections.add(form.name(), form.secret(), tested, member));
				flash.addFlashAttribute("done", "Added. The token is kept encrypted and is not shown again.");
				return "redirect:" + path;
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("name", "taken", "The team has a connection of this name already.");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "connection/new";
	}

	@GetMapping("/{id:[a-z0-9]{12}}")
	String show(@PathVariable String id, Member member, Model model) {
		model.addAttribute("form", new TokenForm("", "", this.tokens.fresh()));
		return page(id, member, model);
	}

	@PostMapping("/{id:[a-z0-9]{12}}/test")
	String test(@PathVariable String id, Member member, RedirectAttributes flash) {
		Tested tested = this.connections.again(id, member);
		flash.addFlashAttribute(tested.problem().isEmpty() ? "done" : "problem",
				tested.problem().isEmpty() ? "Heroku accepts the token." : tested.problem());
		return "redirect:/connections/" + id;
	}

	@PostMapping("/{id:[a-z0-9]{12}}/token")
	String replace(@PathVariable String id, @ModelAttribute("form") TokenForm form, BindingResult errors, Member member,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		HerokuConnections.require(member);
		this.connections.find(id, member);
		Tested tested = form.test(this.connections, errors);
		if (tested == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(id, member, model);
		}
		this.tokens.once("replace token " + id, form.token(), member, () -> {
			this.connections.replace(id, form.secret(), tested, member);
			return "/connections/" + id;
		});
		flash.addFlashAttribute("done", "Replaced. The old token is deleted here; revoke it at Heroku too.");
		return "redirect:/connections/" + id;
	}

	@PostMapping("/{id:[a-z0-9]{12}}/remove")
	String remove(@PathVariable String id, Member member, RedirectAttributes flash) {
		this.connections.remove(id, member);
		flash.addFlashAttribute("done", "Removed with its token. Revoke the token at Heroku too.");
		return "redirect:/connections";
	}

	/** Leads back whoever reloads a form that was found wrong. */
	@GetMapping("/{id:[a-z0-9]{12}}/{form:test|token|remove}")
	String again(@PathVariable String id) {
		return "redirect:/connections/" + id;
	}

	private String page(String id, Member member, Model model) {
		model.addAttribute("connection", this.connections.find(id, member));
		model.addAttribute("adder", this.people.name(this.connections.find(id, member).addedBy()));
		return "connection/connection";
	}

}

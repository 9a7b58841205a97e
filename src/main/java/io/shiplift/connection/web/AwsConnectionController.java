package io.shiplift.connection.web;

import io.shiplift.connection.AwsConnections;
import io.shiplift.connection.HerokuConnections;
import io.shiplift.connection.LaunchTemplate;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
 * One connection to AWS: what to launch there, and the role or the key it works with.
 */
@Controller
@RequestMapping("/connections/aws/{id:[a-z0-9]{12}}")
class AwsConnectionController {

	private final AwsConnections connections;

	private final AwsConnectionPage page;

	AwsConnectionController(AwsConnections connections, AwsConnectionPage page) {
		this.connections = connections;
		this.page = page;
	}

	@GetMapping
	String show(@PathVariable String id, Member member, Model model) {
		AwsConnection connection = this.connections.find(id, member);
		model.addAttribute("role", new RoleForm(connection.roleArn()));
		model.addAttribute("key", new KeyForm("", "", false));
		return this.page.fill(connection, model);
	}

	@PostMapping("/role")
	String role(@PathVariable String id, @ModelAttribute("role") RoleForm form, BindingResult errors, Member member,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		HerokuConnections.require(member);
		AwsConnection connection = this.connections.find(id, member);
		form.keep(this.connections, connection, member, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("key", new KeyForm("", "", false));
			return this.page.fill(connection, model);
		}
		flash.addFlashAttribute("done",
				"Connected. AWS lets us in with the external id, and nobody without it or with another one.");
		return "redirect:/connections/aws/" + id;
	}

	@PostMapping("/key")
	String key(@PathVariable String id, @ModelAttribute("key") KeyForm form, BindingResult errors, Member member,
			Model model, HttpServletResponse response, RedirectAttributes flash) {
		HerokuConnections.require(member);
		AwsConnection connection = this.connections.find(id, member);
		form.keep(this.connections, connection, member, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("role", new RoleForm(connection.roleArn()));
			return this.page.fill(connection, model);
		}
		flash.addFlashAttribute("warning",
				"Connected with a long-lived key. Every run says so. Change to a role soon.");
		return "redirect:/connections/aws/" + id;
	}

	/** Leads back whoever reloads a form that was found wrong. */
	@GetMapping("/{form:role|key|test|remove}")
	String again(@PathVariable String id) {
		return "redirect:/connections/aws/" + id;
	}

	@GetMapping("/launch.yaml")
	ResponseEntity<String> template(@PathVariable String id, Member member) {
		HerokuConnections.require(member);
		AwsConnection connection = this.connections.find(id, member);
		String principal = this.connections.caller(connection).principal();
		if (principal.isEmpty()) {
			throw new NotFound("template");
		}
		return download(LaunchTemplate.roleName(connection) + ".yaml", MediaType.APPLICATION_YAML,
				LaunchTemplate.text(connection, principal));
	}

	@GetMapping("/policies.json")
	ResponseEntity<String> policies(@PathVariable String id, Member member) {
		AwsConnection connection = this.connections.find(id, member);
		return download("shiplift-policies.json", MediaType.APPLICATION_JSON, this.page.policies(connection));
	}

	private static ResponseEntity<String> download(String name, MediaType type, String text) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
			.body(text);
	}

}

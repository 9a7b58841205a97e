package io.shiplift.connection.web;

import io.shiplift.connection.AwsConnections;
import io.shiplift.connection.HerokuConnections;
import io.shiplift.plan.Regions;
import io.shiplift.security.FormTokens;
import io.shiplift.security.Member;
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
 * Begins connections to AWS, tests them again and removes them.
 */
@Controller
@RequestMapping("/connections/aws")
class AwsConnectionsController {

	private final AwsConnections connections;

	private final FormTokens tokens;

	AwsConnectionsController(AwsConnections connections, FormTokens tokens) {
		this.connections = connections;
		this.tokens = tokens;
	}

	@GetMapping("/new")
	String blank(Member member, Model model) {
		HerokuConnections.require(member);
		model.addAttribute("form", new PlaceForm("", "", "", this.tokens.fresh()));
		model.addAttribute("regions", Regions.all());
		return "connection/aws-new";
	}

	@PostMapping
	String begin(@ModelAttribute("form") PlaceForm form, BindingResult errors, Member member, Model model,
			HttpServletResponse response) {
		HerokuConnections.require(member);
		form.validate(errors);
		if (!errors.hasErrors()) {
			try {
				return "redirect:" + this.tokens.once("new AWS connection", form.token(), member,
						() -> "/connections/aws/" + this.connections.begin(form.name(), form.place(), member));
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("name", "taken", "The team has an AWS connection of this name already.");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("regions", Regions.all());
		return "connection/aws-new";
	}

	@PostMapping("/{id:[a-z0-9]{12}}/test")
	String test(@PathVariable String id, Member member, RedirectAttributes flash) {
		String problem = this.connections.again(id, member);
		flash.addFlashAttribute(problem.isEmpty() ? "done" : "problem",
				problem.isEmpty() ? "AWS lets us in, and nobody without the external id." : problem);
		return "redirect:/connections/aws/" + id;
	}

	@PostMapping("/{id:[a-z0-9]{12}}/remove")
	String remove(@PathVariable String id, Member member, RedirectAttributes flash) {
		try {
			this.connections.remove(id, member);
		}
		catch (AwsConnections.StillUsed ex) {
			flash.addFlashAttribute("problem", ex.getMessage());
			return "redirect:/connections/aws/" + id;
		}
		flash.addFlashAttribute("done", "Removed. Delete its stack in the AWS account too.");
		return "redirect:/connections";
	}

}

package io.shiplift.web;

import io.shiplift.journal.Journal;
import io.shiplift.security.Member;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page, and the page that says how a migration goes.
 */
@Controller
class HomeController {

	private final HomeView view;

	private final Journal journal;

	HomeController(HomeView view, Journal journal) {
		this.view = view;
		this.journal = journal;
	}

	@GetMapping("/")
	String home(Member member, Model model) {
		model.addAttribute("since", this.journal.lastId());
		model.addAttribute("home", this.view.of(member));
		return "web/home";
	}

	@GetMapping("/help")
	String help() {
		return "web/help";
	}

}

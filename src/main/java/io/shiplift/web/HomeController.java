package io.shiplift.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page, and the page that says how a migration goes.
 */
@Controller
class HomeController {

	@GetMapping("/")
	String home() {
		return "web/home";
	}

	@GetMapping("/help")
	String help() {
		return "web/help";
	}

}

package io.shiplift.migration.web;

import java.util.function.Supplier;

import io.shiplift.migration.NotNow;
import io.shiplift.security.FormTokens;
import io.shiplift.security.Member;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Carries out what a form asks for, once, and leads on to a page. What does not fit the
 * present state becomes a message on the page the person came from.
 */
@Component
class Acts {

	private final FormTokens tokens;

	Acts(FormTokens tokens) {
		this.tokens = tokens;
	}

	/** A token for the forms of one page. */
	String token() {
		return this.tokens.fresh();
	}

	/**
	 * Does the work of a form.
	 * @param from the page to show if it cannot be done now
	 * @param work does it and answers the page to show
	 */
	String once(String form, String token, Member member, RedirectAttributes flash, String from,
			Supplier<String> work) {
		try {
			return "redirect:" + this.tokens.once(form, token, member, work);
		}
		catch (NotNow ex) {
			flash.addFlashAttribute("problem", ex.getMessage());
			return "redirect:" + from;
		}
	}

}

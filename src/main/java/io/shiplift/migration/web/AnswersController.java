package io.shiplift.migration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.plan.Questions;
import io.shiplift.plan.Reply;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The wizard: one question a page.
 */
@Controller
@RequestMapping("/migrations/{id}/answers")
class AnswersController {

	private final Drafts drafts;

	private final Questions questions;

	private final Answering answering;

	private final QuestionPages pages;

	private final Looks looks;

	AnswersController(Drafts drafts, Questions questions, Answering answering, QuestionPages pages, Looks looks) {
		this.drafts = drafts;
		this.questions = questions;
		this.answering = answering;
		this.pages = pages;
		this.looks = looks;
	}

	@GetMapping
	String begin(@PathVariable String id, Member member) {
		Draft draft = this.drafts.open(id, member);
		return "redirect:" + next(draft, "");
	}

	@GetMapping("/{key}")
	String ask(@PathVariable String id, @PathVariable String key, @RequestParam(defaultValue = "") String from,
			@RequestParam(defaultValue = "") String look, Member member, Model model) {
		Draft draft = this.drafts.open(id, member);
		if (look.equals("again")) {
			this.looks.again(draft);
			return "redirect:" + draft.path("/answers/" + key) + (from.equals("check") ? "?from=check" : "");
		}
		if (!askable(key, draft)) {
			return "redirect:" + draft.path("/answers/app");
		}
		this.pages.question(model, this.looks.at(draft, key), key, from);
		return "migration/question";
	}

	@PostMapping("/{key}")
	String answer(@PathVariable String id, @PathVariable String key, @RequestParam Map<String, String> form,
			Member member, Model model, HttpServletResponse response, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Draft draft = this.drafts.open(id, member);
		if (!askable(key, draft)) {
			return "redirect:" + draft.path("/answers/app");
		}
		Draft seen = this.looks.at(draft, key);
		return switch (this.questions.reply(key, seen.setting(), Answering.typed(form))) {
			case Reply.Refused refused -> {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				this.pages.question(model, seen, key, refused, form);
				yield "migration/question";
			}
			case Reply.Accepted accepted -> {
				Answering.Outcome outcome = this.answering.save(draft, key, accepted, form.getOrDefault("mark", ""),
						member);
				warn(outcome.saved() ? this.answering.problems(accepted) : List.of(), flash);
				yield outcome.saved() ? "redirect:" + after(outcome.draft(), key, form, outcome.reopened(), flash)
						: conflict(model, response, outcome.draft(), key, accepted, form);
			}
		};
	}

	@GetMapping("/check")
	String check(@PathVariable String id, Member member, Model model) {
		this.pages.check(model, this.drafts.open(id, member));
		return "migration/check";
	}

	/** Answers all open questions as proposed. */
	@PostMapping("/proposals")
	String proposals(@PathVariable String id, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		Draft draft = this.answering.propose(id, member);
		if (!this.questions.open(draft.setting()).isEmpty()) {
			flash.addFlashAttribute("note", "We have no proposal for the questions that are still open.");
		}
		return "redirect:" + draft.path("/answers/check");
	}

	private boolean askable(String key, Draft draft) {
		if (!this.questions.exists(key)) {
			throw new NotFound("question");
		}
		return this.questions.askable(key, draft.setting());
	}

	private static void warn(List<String> problems, RedirectAttributes flash) {
		if (!problems.isEmpty()) {
			flash.addFlashAttribute("warning", "Your answer is kept, but the database cannot be moved like this: "
					+ String.join(" ", problems) + " The preparation will look again.");
		}
	}

	private String conflict(Model model, HttpServletResponse response, Draft draft, String key, Reply.Accepted accepted,
			Map<String, String> form) {
		response.setStatus(HttpStatus.CONFLICT.value());
		this.pages.conflict(model, draft, key, accepted, form);
		return "migration/conflict";
	}

	private String after(Draft draft, String key, Map<String, String> form, List<String> reopened,
			RedirectAttributes flash) {
		if (!reopened.isEmpty()) {
			flash.addFlashAttribute("note",
					"Your change opened " + reopened.size() + ((reopened.size() == 1) ? " question" : " questions")
							+ " again, which rested on the old answer.");
		}
		return "check".equals(form.get("from")) ? draft.path("/answers/check") : next(draft, key);
	}

	/** The next open question, first of all one that follows; else the check page. */
	private String next(Draft draft, String key) {
		List<String> open = this.questions.open(draft.setting());
		int place = this.questions.keys().indexOf(key);
		Optional<String> next = open.stream()
			.filter((other) -> this.questions.keys().indexOf(other) > place)
			.findFirst()
			.or(() -> open.stream().findFirst());
		return draft.path("/answers/" + next.orElse("check"));
	}

}

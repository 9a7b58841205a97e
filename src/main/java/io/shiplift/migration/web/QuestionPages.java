package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.plan.Question;
import io.shiplift.plan.Questions;
import io.shiplift.plan.Reply;
import io.shiplift.security.People;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/**
 * Fills the models of the wizard's pages.
 */
@Component
class QuestionPages {

	private final Questions questions;

	private final People people;

	QuestionPages(Questions questions, People people) {
		this.questions = questions;
		this.people = people;
	}

	void question(Model model, Draft draft, String key, String from) {
		Map<String, String> shown = this.questions.shown(key, draft.setting());
		model.addAttribute("migration", draft.migration());
		model.addAttribute("page", page(draft, key, from, draft.mark(key), shown, Map.of()));
		model.addAttribute("look", draft.setting().look());
	}

	/** The same page with what was typed and what is wrong with it. */
	void question(Model model, Draft draft, String key, Reply.Refused refused, Map<String, String> form) {
		MapBindingResult errors = new MapBindingResult(refused.typed(), "page");
		refused.errors().values().forEach((error) -> errors.reject("wrong", error));
		model.addAttribute("migration", draft.migration());
		model.addAttribute("page", page(draft, key, form.getOrDefault("from", ""), form.getOrDefault("mark", ""),
				refused.typed(), refused.errors()));
		model.addAttribute("look", draft.setting().look());
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "page", errors);
	}

	void check(Model model, Draft draft) {
		List<String> open = this.questions.open(draft.setting());
		List<Line> lines = new ArrayList<>();
		for (String key : this.questions.keys()) {
			boolean askable = this.questions.askable(key, draft.setting());
			Question question = askable ? this.questions.ask(key, draft.setting()) : null;
			lines.add(new Line(key, (question != null) ? question.title() : "", open.contains(key),
					this.questions.summary(key, draft.setting())));
		}
		model.addAttribute("migration", draft.migration());
		model.addAttribute("lines", lines.stream().filter((line) -> !line.title().isEmpty()).toList());
		model.addAttribute("open", open.size());
		model.addAttribute("next", open.isEmpty() ? "" : open.getFirst());
	}

	void conflict(Model model, Draft draft, String key, Reply.Accepted accepted, Map<String, String> form) {
		Question question = this.questions.ask(key, draft.setting());
		Draft mine = new Draft(draft.migration(), draft.setting().with(draft.answers().with(key, accepted.values())));
		model.addAttribute("migration", draft.migration());
		model.addAttribute("page", new ConflictPage(question.title(), this.people.name(draft.migration().editedBy()),
				draft.migration().editedAt(), this.questions.summary(key, draft.setting()),
				this.questions.summary(key, mine.setting()), this.questions.shown(key, mine.setting()), draft.mark(key),
				form.getOrDefault("from", ""), draft.path("/answers/" + key), draft.path("/answers/check")));
	}

	private QuestionPage page(Draft draft, String key, String from, String mark, Map<String, String> values,
			Map<String, String> errors) {
		Question question = this.questions.ask(key, draft.setting());
		String back = "check".equals(from) ? draft.path("/answers/check")
				: this.questions.before(key).map((before) -> draft.path("/answers/" + before)).orElse(draft.path(""));
		return new QuestionPage(question, this.questions.keys().indexOf(key) + 1, this.questions.keys().size(),
				QuestionPage.entries(question, values, errors), mark, from, back, draft.path("/answers/" + key));
	}

	/** A question with its answer in words. */
	record Line(String key, String title, boolean open, Map<String, String> summary) {

	}

}

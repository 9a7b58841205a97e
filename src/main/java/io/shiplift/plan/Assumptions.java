package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.plan.Assumption.Origin;

import org.springframework.stereotype.Component;

/**
 * Lists all that a plan rests on, for a reviewer.
 */
@Component
public class Assumptions {

	private static final Set<String> DETECTED = Set.of(AppTopic.KEY, SourceTopic.KEY, RegionTopic.KEY, ProcessTopic.KEY,
			WebTopic.KEY, DatabaseTopic.KEY, AddOnTopic.KEY, ConfigTopic.KEY);

	private final Questions questions;

	public Assumptions(Questions questions) {
		this.questions = questions;
	}

	public List<Assumption> of(Setting setting) {
		List<Assumption> assumptions = new ArrayList<>();
		for (String key : this.questions.keys()) {
			if (this.questions.askable(key, setting)) {
				Question question = this.questions.ask(key, setting);
				Map<String, String> shown = this.questions.shown(key, setting);
				question.fields()
					.stream()
					.filter((field) -> field.kind() != Question.Kind.SECRET)
					.filter((field) -> !shown.getOrDefault(field.name(), "").isEmpty())
					.forEach((field) -> assumptions
						.add(assumption(question, field, shown.getOrDefault(field.name(), ""), setting)));
			}
		}
		return List.copyOf(assumptions);
	}

	private Assumption assumption(Question question, Question.Field field, String value, Setting setting) {
		Origin origin = origin(question, field, value, setting);
		String source = field.reason();
		if (origin == Origin.ASKED) {
			source = field.proposal().isEmpty() ? "Nothing was proposed."
					: "We proposed " + field.labelOf(field.proposal()) + ". " + field.reason();
		}
		return new Assumption(question.title(), field.label(), field.labelOf(value), origin, source);
	}

	private static Origin origin(Question question, Question.Field field, String value, Setting setting) {
		if (!setting.answers().has(question.key())) {
			return Origin.OPEN;
		}
		if (!field.proposal().equals(value)) {
			return Origin.ASKED;
		}
		Known.Example example = setting.known().example();
		if (example != null && field.reason().startsWith("As in " + example.name())) {
			return Origin.EXAMPLE;
		}
		boolean host = DomainsTopic.KEY.equals(question.key()) && field.kind() == Question.Kind.SELECT;
		return (host || DETECTED.contains(question.key())) ? Origin.DETECTED : Origin.DEFAULT;
	}

}

package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.plan.Known.Example;
import org.jspecify.annotations.Nullable;

/**
 * Proposes what another app of the team was given, wherever that fits here too.
 */
final class Likeness {

	/** Which app and which database is never the same. */
	private static final Set<String> OWN = Set.of(AppTopic.KEY, SourceTopic.KEY);

	private final Example example;

	private final Topic topic;

	Likeness(Example example, Topic topic) {
		this.example = example;
		this.topic = topic;
	}

	Question over(Question question) {
		Map<String, String> theirs = theirs();
		List<Question.Field> fields = question.fields().stream().map((field) -> over(field, theirs)).toList();
		return new Question(question.key(), question.title(), question.hint(), question.layout(), fields,
				question.notes());
	}

	/** Whether the other app says something that fits for every field. */
	boolean answers(Question question) {
		Map<String, String> theirs = theirs();
		return this.example.answers().has(question.key()) && !OWN.contains(question.key())
				&& question.fields()
					.stream()
					.filter((field) -> field.kind() != Question.Kind.SECRET)
					.allMatch((field) -> fits(field, theirs.get(field.name())));
	}

	private Question.Field over(Question.Field field, Map<String, String> theirs) {
		String value = theirs.get(field.name());
		return fits(field, value)
				? field.proposing(String.valueOf(value), "As in " + this.example.name() + ". " + field.reason())
				: field;
	}

	private Map<String, String> theirs() {
		return OWN.contains(this.topic.key()) ? Map.of()
				: this.topic.shown(this.example.answers().of(this.topic.key()));
	}

	private static boolean fits(Question.Field field, @Nullable String value) {
		if (value == null || field.kind() == Question.Kind.SECRET) {
			return false;
		}
		return field.options().isEmpty() || field.options()
			.stream()
			.anyMatch((option) -> option.value().equals(value) && option.possible() && !value.isEmpty());
	}

}

package io.shiplift.plan;

import java.util.Comparator;
import java.util.List;

import io.shiplift.plan.Plan.SourceDatabase.Method;

/**
 * How the data moves.
 */
class MethodTopic implements Topic {

	static final String KEY = "method";

	private final List<MoveMethod> methods;

	MethodTopic(List<MoveMethod> methods) {
		this.methods = methods.stream().sorted(Comparator.comparing(MoveMethod::method)).toList();
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		List<Question.Option> options = this.methods.stream()
			.map((method) -> new Question.Option(method.method().name(), method.title(), method.effect()))
			.toList();
		return new Question(KEY, "How does the data move?",
				"Every copy is compared with its source, row by row, before any traffic moves.", Question.Layout.FIELDS,
				List.of(Question.Field.radio(KEY, "How the data moves", options, Method.WINDOW.name(),
						"It asks the least of the source and suits every database.")));
	}

	/** The chosen way; before there was a choice it was the window. */
	static Method method(Answers answers) {
		String chosen = answers.value(KEY, KEY);
		return chosen.isEmpty() ? Method.WINDOW : Method.valueOf(chosen);
	}

}

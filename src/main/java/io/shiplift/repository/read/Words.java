package io.shiplift.repository.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.repository.python.Expression;

/**
 * Says in short what an expression is, without secrets.
 */
final class Words {

	private static final int LONGEST = 160;

	private final Settings settings;

	Words(Settings settings) {
		this.settings = settings;
	}

	String of(String name, Expression expression) {
		String words = words(name, expression, 0);
		return (words.length() > LONGEST) ? words.substring(0, LONGEST) + " ..." : words;
	}

	private String words(String name, Expression written, int depth) {
		Expression expression = this.settings.resolved(written);
		Optional<Variable> variable = Variable.of(expression);
		if (variable.isPresent()) {
			Expression fallback = variable.get().fallback();
			return "$" + variable.get().name() + ((fallback != null) ? " or " + words(name, fallback, depth + 1) : "");
		}
		if (depth > 4) {
			return "...";
		}
		return switch (expression) {
			case Expression.Text text -> Settings.hidden(name, text.value()) ? "(hard-coded)" : text.value();
			case Expression.Constant constant -> constant.value();
			case Expression.Name other -> other.value();
			case Expression.Sequence sequence -> list(name, sequence.items(), depth, ", ");
			case Expression.Mapping mapping -> mapping.entries()
				.entrySet()
				.stream()
				.limit(8)
				.map((entry) -> entry.getKey() + ": " + words(entry.getKey(), entry.getValue(), depth + 1))
				.collect(Collectors.joining(", "));
			case Expression.Call call when call.function() instanceof Expression.Attribute attribute ->
				words(name, attribute.of(), depth + 1) + "." + attribute.name() + "()";
			case Expression.Call call -> call.function().dotted().replaceFirst("^.*\\.", "") + "("
					+ list(name, call.arguments(), depth, ", ") + ")";
			case Expression.Operation operation ->
				list(name, operation.parts(), depth, " " + operation.operator() + " ");
			case Expression.Element element ->
				words(name, element.of(), depth + 1) + "[" + words("", element.key(), depth + 1) + "]";
			case Expression.Attribute attribute -> words(name, attribute.of(), depth + 1) + "." + attribute.name();
		};
	}

	private String list(String name, List<Expression> parts, int depth, String between) {
		return parts.stream().limit(8).map((part) -> words(name, part, depth + 1)).collect(Collectors.joining(between));
	}

}

package io.shiplift.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A team's own queries whose answers must be the same before and after the move. They can
 * only read; the mover asks them in a transaction that cannot write.
 */
final class OwnQuestions {

	private static final int MOST = 3;

	private static final Pattern READS = Pattern.compile("(?i)(select|with|values)\\b.*");

	private OwnQuestions() {
	}

	static List<Question.Field> fields() {
		return names().map((name) -> Question.Field.text(name,
				"Your own question " + name.substring("question".length()),
				"Optional. A query whose answer must be the same on both sides, such as select count(*), sum(total) from"
						+ " shop_order",
				"", "Rows and sequences are compared anyway; add what your business counts on."))
			.toList();
	}

	static List<String> of(Answers answers) {
		return names().map((name) -> answers.value(MethodTopic.KEY, name)).filter((query) -> !query.isEmpty()).toList();
	}

	/** What is wrong with them, by field. */
	static Map<String, String> errors(Map<String, String> typed) {
		Map<String, String> errors = new LinkedHashMap<>();
		names().forEach((name) -> {
			String query = Typed.clean(typed.getOrDefault(name, ""));
			if (!query.isEmpty() && !READS.matcher(query).matches()) {
				errors.put(name, "Type one query that only reads: it starts with SELECT, WITH or VALUES.");
			}
			else if (query.replaceAll(";\\s*$", "").contains(";")) {
				errors.put(name, "Type one query without a semicolon; use another field for the next one.");
			}
		});
		return errors;
	}

	private static Stream<String> names() {
		return IntStream.rangeClosed(1, MOST).mapToObj((number) -> "question" + number);
	}

}

package io.shiplift.plan;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What people type and paste, made clean: no control or invisible characters, no quotes
 * or blanks around it.
 */
final class Typed {

	private static final int LONGEST = 1000;

	private Typed() {
	}

	static String clean(String text) {
		String tidy = tidy(text);
		return quoted(tidy) ? tidy.substring(1, tidy.length() - 1).strip() : tidy;
	}

	/** The text without control characters and blanks around it; quotes stay. */
	static String tidy(String text) {
		StringBuilder tidy = new StringBuilder();
		text.codePoints().forEach((point) -> {
			if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
				tidy.append(' ');
			}
			else if (!Character.isISOControl(point) && Character.getType(point) != Character.FORMAT) {
				tidy.appendCodePoint(point);
			}
		});
		return tidy.toString().strip();
	}

	private static boolean quoted(String text) {
		return text.length() > 1 && text.charAt(0) == text.charAt(text.length() - 1)
				&& "\"'`".indexOf(text.charAt(0)) >= 0;
	}

	/** Whether there is something too long to be meant. */
	static boolean tooLong(String text) {
		return text.length() > LONGEST;
	}

	static String tooLongError(String text) {
		return String.format(Locale.ROOT, "This is %,d characters long. Use at most %,d.", text.length(), LONGEST);
	}

	/** Cleans every field and checks it against its kind. */
	static Reply check(Question question, Map<String, String> typed) {
		Map<String, String> clean = new LinkedHashMap<>();
		Map<String, String> errors = new LinkedHashMap<>();
		for (Question.Field field : question.fields()) {
			String value = clean(typed.getOrDefault(field.name(), ""));
			clean.put(field.name(), value);
			String error = error(field, value);
			if (!error.isEmpty()) {
				errors.put(field.name(), error);
			}
		}
		return errors.isEmpty() ? new Reply.Accepted(clean, null) : new Reply.Refused(clean, errors);
	}

	/** The reply with one more error, or as it was if the error is empty. */
	static Reply also(Reply reply, String field, String error) {
		if (error.isEmpty()) {
			return reply;
		}
		return switch (reply) {
			case Reply.Accepted accepted -> new Reply.Refused(accepted.values(), Map.of(field, error));
			case Reply.Refused refused -> {
				Map<String, String> errors = new LinkedHashMap<>(refused.errors());
				errors.putIfAbsent(field, error);
				yield new Reply.Refused(refused.typed(), errors);
			}
		};
	}

	/** Checks a number against its bounds; text that is no number was refused before. */
	static String outside(String value, int least, int most, String what) {
		if (!value.matches("-?\\d{1,9}")) {
			return "";
		}
		int number = Integer.parseInt(value);
		return (number < least || number > most)
				? String.format(Locale.ROOT, "Type %s from %,d to %,d.", what, least, most) : "";
	}

	private static String error(Question.Field field, String value) {
		if (field.kind() != Question.Kind.SECRET && tooLong(value)) {
			return tooLongError(value);
		}
		return switch (field.kind()) {
			case RADIO,
					SELECT ->
				field.options()
					.stream()
					.filter((option) -> option.value().equals(value))
					.findFirst()
					.map((option) -> option.possible() ? "" : "Choose another answer. " + option.obstacle())
					.orElse("Choose one of the answers for \u201c" + field.label() + "\u201d.");
			case NUMBER ->
				value.matches("-?\\d{1,9}") ? "" : "Type a whole number, for example " + field.proposal() + ".";
			case TEXT, SECRET -> "";
		};
	}

}

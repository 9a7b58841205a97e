package io.shiplift.repository.python;

import java.util.List;
import java.util.Set;

/**
 * Tells lines that only Python 2 understands.
 */
final class OldPython {

	private static final Set<String> BETWEEN = Set.of("in", "is", "and", "or", "if", "else", "for");

	private OldPython() {
	}

	static boolean in(Line line) {
		List<Token> tokens = line.tokens();
		boolean statement = switch (tokens.getFirst().value()) {
			case "print" -> print(tokens);
			case "exec" -> tokens.size() > 1 && value(tokens.get(1));
			case "except" -> except(tokens);
			case "raise" -> comma(tokens) > 1;
			default -> false;
		};
		return statement || tokens.stream().anyMatch(OldPython::word);
	}

	/** A print without brackets: of a value, or into a file. */
	private static boolean print(List<Token> tokens) {
		return tokens.size() > 1 && (tokens.get(1).is(">>") || value(tokens.get(1)));
	}

	private static boolean value(Token token) {
		return switch (token.kind()) {
			case TEXT, NUMBER -> true;
			case NAME -> !BETWEEN.contains(token.value());
			case MARK -> token.is("`");
		};
	}

	/** An exception that gets its name behind a comma. */
	private static boolean except(List<Token> tokens) {
		int comma = comma(tokens);
		return comma > 0 && comma == tokens.size() - 3 && tokens.get(comma + 1).name()
				&& Character.isLowerCase(tokens.get(comma + 1).value().charAt(0)) && tokens.getLast().is(":");
	}

	/** Where the first comma outside of brackets stands; -1 if there is none. */
	private static int comma(List<Token> tokens) {
		int depth = 0;
		for (int index = 0; index < tokens.size(); index++) {
			Token token = tokens.get(index);
			depth += (token.is("(") || token.is("[") || token.is("{")) ? 1 : 0;
			depth -= (token.is(")") || token.is("]") || token.is("}")) ? 1 : 0;
			if (depth == 0 && token.is(",")) {
				return index;
			}
		}
		return -1;
	}

	/** Marks, numbers and texts that Python 3 does not know. */
	private static boolean word(Token token) {
		return switch (token.kind()) {
			case MARK -> token.is("<>") || token.is("`");
			case NUMBER -> token.value().matches("0[0-9]*[1-9][0-9]*|(0[xX][0-9a-fA-F]+|[0-9]+)[lL]");
			case TEXT -> token.prefix().matches("(?i)ur");
			case NAME -> false;
		};
	}

}

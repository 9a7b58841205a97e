package io.shiplift.repository.python;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.repository.python.Token.Kind;

/**
 * Takes a Python file apart into logical lines. What is not closed is reported, and
 * everything before it is kept.
 */
final class Lines {

	private static final String[] LONG_MARKS = { "**=", "//=", ">>=", "<<=", "...", "==", "!=", "<=", ">=", "->", "+=",
			"-=", "*=", "/=", "%=", "|=", "&=", "^=", ":=", "**", "//", "<<", ">>", "<>" };

	private final String source;

	private final List<Line> lines = new ArrayList<>();

	private final List<Syntax> problems = new ArrayList<>();

	private final List<Token> open = new ArrayList<>();

	private List<Token> tokens = new ArrayList<>();

	private int place;

	private int number = 1;

	private int indent;

	Lines(String source) {
		this.source = source;
		read();
	}

	List<Line> lines() {
		return this.lines;
	}

	List<Syntax> problems() {
		return this.problems;
	}

	private void read() {
		indent();
		while (this.place < this.source.length()) {
			step(this.source.charAt(this.place));
		}
		if (!this.open.isEmpty()) {
			Token bracket = this.open.getLast();
			this.problems.add(new Syntax(bracket.line(), "the bracket " + bracket.value() + " is never closed"));
		}
		end();
	}

	private void step(char mark) {
		if (mark == '\n') {
			newLine();
		}
		else if (mark == '#') {
			while (this.place < this.source.length() && this.source.charAt(this.place) != '\n') {
				this.place++;
			}
		}
		else if (mark == '\\' && this.source.startsWith("\n", this.place + 1)) {
			this.place += 2;
			this.number++;
		}
		else if (Character.isWhitespace(mark) || mark == '\uFEFF') {
			this.place++;
		}
		else if (mark == ';' && this.open.isEmpty()) {
			this.place++;
			end();
		}
		else {
			token(mark);
		}
	}

	private void newLine() {
		this.place++;
		this.number++;
		if (this.open.isEmpty()) {
			end();
			indent();
		}
	}

	private void indent() {
		this.indent = 0;
		while (this.place < this.source.length()) {
			char mark = this.source.charAt(this.place);
			if (mark != ' ' && mark != '\t') {
				return;
			}
			this.indent += (mark == '\t') ? 8 - this.indent % 8 : 1;
			this.place++;
		}
	}

	private void end() {
		if (!this.tokens.isEmpty()) {
			this.lines.add(new Line(this.tokens.getFirst().line(), this.indent, List.copyOf(this.tokens)));
			this.tokens = new ArrayList<>();
		}
	}

	private void token(char mark) {
		int quote = quote();
		if (quote >= 0) {
			text(quote);
		}
		else if (Character.isUnicodeIdentifierStart(mark) || mark == '_') {
			take(Kind.NAME, (next) -> Character.isUnicodeIdentifierPart(next) || next == '_');
		}
		else if (Character.isDigit(mark)) {
			take(Kind.NUMBER, (next) -> Character.isLetterOrDigit(next) || next == '_' || next == '.');
		}
		else {
			mark();
		}
	}

	/** Where the quote is if a text begins here, behind its prefix; else -1. */
	private int quote() {
		int quote = this.place;
		while (quote < this.source.length() && quote - this.place < 3
				&& "rRbBuUfFtT".indexOf(this.source.charAt(quote)) >= 0) {
			quote++;
		}
		boolean found = quote < this.source.length() && "\"'".indexOf(this.source.charAt(quote)) >= 0;
		return found ? quote : -1;
	}

	private void text(int quote) {
		int start = this.place;
		int line = this.number;
		String one = this.source.substring(quote, quote + 1);
		String marks = this.source.startsWith(one.repeat(3), quote) ? one.repeat(3) : one;
		int end = quote + marks.length();
		while (end < this.source.length() && !this.source.startsWith(marks, end)) {
			char mark = this.source.charAt(end);
			if (mark == '\n') {
				if (marks.length() == 1) {
					break;
				}
				this.number++;
			}
			else if (mark == '\\' && end + 1 < this.source.length()) {
				end++;
				this.number += (this.source.charAt(end) == '\n') ? 1 : 0;
			}
			end++;
		}
		boolean closed = this.source.startsWith(marks, end);
		if (!closed) {
			this.problems.add(new Syntax(line, "a text that begins here is never closed"));
		}
		int last = Math.min(end, this.source.length());
		this.place = closed ? last + marks.length() : last;
		this.tokens.add(new Token(Kind.TEXT, this.source.substring(quote + marks.length(), last),
				this.source.substring(start, quote), line, start, this.place));
	}

	private void take(Kind kind, java.util.function.IntPredicate belongs) {
		int start = this.place;
		while (this.place < this.source.length() && belongs.test(this.source.charAt(this.place))) {
			this.place++;
		}
		this.tokens.add(new Token(kind, this.source.substring(start, this.place), this.number, start, this.place));
	}

	private void mark() {
		String value = this.source.substring(this.place, this.place + 1);
		for (String mark : LONG_MARKS) {
			if (this.source.startsWith(mark, this.place)) {
				value = mark;
				break;
			}
		}
		Token token = new Token(Kind.MARK, value, this.number, this.place, this.place + value.length());
		this.tokens.add(token);
		this.place += value.length();
		if ("([{".contains(value)) {
			this.open.add(token);
		}
		else if (")]}".contains(value)) {
			close(token);
		}
		else if ("$?!`".contains(value)) {
			this.problems.add(new Syntax(this.number, "the mark " + value + " means nothing in Python 3"));
		}
	}

	private void close(Token token) {
		if (this.open.isEmpty() || "([{".indexOf(this.open.getLast().value()) != ")]}".indexOf(token.value())) {
			this.problems.add(new Syntax(token.line(), "the bracket " + token.value() + " closes nothing"));
			this.open.clear();
		}
		else {
			this.open.removeLast();
		}
	}

}

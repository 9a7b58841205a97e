package io.shiplift.repository.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.repository.python.Expression.Place;
import io.shiplift.repository.python.Token.Kind;

/**
 * Reads expressions from tokens. Precedence of operators does not matter here: what
 * stands beside an operator only has to be found again.
 */
final class ExpressionReader {

	private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%", "|", "&", "^", "@", "**", "//", "<<",
			">>", "==", "!=", "<", ">", "<=", ">=", "and", "or", "in", "is", "not", "if", "else", "for", ":=", "async");

	private static final Set<String> PREFIXES = Set.of("not", "-", "+", "~", "*", "**", "await", "lambda", "yield",
			"from");

	private static final int DEEPEST = 60;

	private final List<Token> tokens;

	private int place;

	private int depth;

	ExpressionReader(List<Token> tokens, int place) {
		this.tokens = tokens;
		this.place = place;
	}

	/** Where reading goes on. */
	int place() {
		return this.place;
	}

	/** One expression, or several with commas between as a sequence. */
	Expression all() {
		Expression first = one();
		if (!at(",")) {
			return first;
		}
		List<Expression> items = new ArrayList<>(List.of(first));
		while (at(",")) {
			this.place++;
			if (this.place < this.tokens.size() && !at("=")) {
				items.add(one());
			}
		}
		return new Expression.Sequence(items, between(first.place(), this.place));
	}

	Expression one() {
		if (++this.depth > DEEPEST) {
			this.place = this.tokens.size();
			this.depth--;
			return nothing();
		}
		Expression read = operation();
		this.depth--;
		return read;
	}

	private Expression operation() {
		Expression first = prefixed();
		List<Expression> parts = new ArrayList<>(List.of(first));
		StringBuilder operators = new StringBuilder();
		while (this.place < this.tokens.size() && operator(current())) {
			operators.append(operators.isEmpty() ? "" : " ").append(current().value());
			this.place++;
			if (this.place < this.tokens.size() && !operator(current()) && !stops()) {
				parts.add(prefixed());
			}
		}
		return operators.isEmpty() ? first
				: new Expression.Operation(operators.toString(), parts, between(first.place(), this.place));
	}

	private Expression prefixed() {
		if (this.place < this.tokens.size() && current().kind() != Kind.TEXT && PREFIXES.contains(current().value())) {
			Token prefix = current();
			this.place++;
			while (prefix.is("lambda") && this.place < this.tokens.size() && !at(":")) {
				this.place++;
			}
			this.place += prefix.is("lambda") ? 1 : 0;
			Expression part = stops() ? nothing() : one();
			return new Expression.Operation(prefix.value(), List.of(part), between(start(prefix), this.place));
		}
		return chain();
	}

	/** A primary with calls, elements and attributes behind it. */
	Expression chain() {
		Expression read = primary();
		while (this.place < this.tokens.size()) {
			if (at("(")) {
				read = call(read);
			}
			else if (at("[")) {
				this.place++;
				Expression key = at("]") ? nothing() : slice();
				close("]");
				read = new Expression.Element(read, key, between(read.place(), this.place));
			}
			else if (at(".") && this.place + 1 < this.tokens.size() && this.tokens.get(this.place + 1).name()) {
				String name = this.tokens.get(this.place + 1).value();
				this.place += 2;
				Place whole = between(read.place(), this.place);
				read = (read instanceof Expression.Name known) ? new Expression.Name(known.value() + "." + name, whole)
						: new Expression.Attribute(read, name, whole);
			}
			else {
				return read;
			}
		}
		return read;
	}

	private Expression slice() {
		Expression first = at(":") ? nothing() : all();
		while (at(":")) {
			this.place++;
			if (!at("]") && !at(":") && this.place < this.tokens.size()) {
				one();
			}
		}
		return first;
	}

	private Expression primary() {
		if (this.place >= this.tokens.size()) {
			return nothing();
		}
		Token token = current();
		if (token.kind() == Kind.TEXT) {
			return text(token);
		}
		if (token.is("(") || token.is("[")) {
			return sequence(token);
		}
		if (token.is("{")) {
			return braces(token);
		}
		if (stops()) {
			return nothing();
		}
		this.place++;
		boolean constant = token.kind() == Kind.NUMBER || Set.of("True", "False", "None").contains(token.value());
		return constant ? new Expression.Constant(token.value(), start(token))
				: new Expression.Name(token.value(), start(token));
	}

	private Expression text(Token token) {
		StringBuilder value = new StringBuilder();
		while (this.place < this.tokens.size() && current().kind() == Kind.TEXT) {
			value.append(current().value());
			this.place++;
		}
		return new Expression.Text(value.toString(), between(start(token), this.place));
	}

	private Expression sequence(Token open) {
		String close = open.is("(") ? ")" : "]";
		this.place++;
		List<Expression> items = new ArrayList<>();
		boolean comma = false;
		while (this.place < this.tokens.size() && !at(close)) {
			int before = this.place;
			items.add(one());
			comma |= at(",");
			this.place += (at(",") || this.place == before) ? 1 : 0;
		}
		close(close);
		boolean inBrackets = open.is("(") && items.size() == 1 && !comma;
		return inBrackets ? items.getFirst() : new Expression.Sequence(items, between(start(open), this.place));
	}

	private Expression braces(Token open) {
		this.place++;
		Map<String, Expression> entries = new LinkedHashMap<>();
		List<Expression> items = new ArrayList<>();
		while (this.place < this.tokens.size() && !at("}")) {
			int before = this.place;
			Expression key = one();
			if (at(":")) {
				this.place++;
				String name = key.text().orElse(key.dotted().isEmpty() ? "**" : key.dotted());
				entries.put(name, stops() ? nothing() : one());
			}
			else if (key instanceof Expression.Operation spread && "**".equals(spread.operator())) {
				entries.put("**" + entries.size(), spread.parts().getFirst());
			}
			else {
				items.add(key);
			}
			this.place += (at(",") || this.place == before) ? 1 : 0;
		}
		close("}");
		Place place = between(start(open), this.place);
		return items.isEmpty() ? new Expression.Mapping(entries, place) : new Expression.Sequence(items, place);
	}

	private Expression call(Expression function) {
		this.place++;
		List<Expression> arguments = new ArrayList<>();
		Map<String, Expression> named = new LinkedHashMap<>();
		while (this.place < this.tokens.size() && !at(")")) {
			int before = this.place;
			if (current().name() && this.place + 1 < this.tokens.size() && this.tokens.get(this.place + 1).is("=")) {
				String name = current().value();
				this.place += 2;
				named.put(name, one());
			}
			else {
				arguments.add(one());
			}
			this.place += (at(",") || this.place == before) ? 1 : 0;
		}
		close(")");
		return new Expression.Call(function, arguments, named, between(function.place(), this.place));
	}

	private void close(String mark) {
		if (at(mark)) {
			this.place++;
		}
	}

	private Token current() {
		return this.tokens.get(this.place);
	}

	private boolean at(String mark) {
		return this.place < this.tokens.size() && current().is(mark);
	}

	private boolean operator(Token token) {
		return token.kind() != Kind.TEXT && OPERATORS.contains(token.value());
	}

	/** Whether nothing can begin here. */
	private boolean stops() {
		return this.place >= this.tokens.size() || current().kind() == Kind.MARK
				&& Set.of(")", "]", "}", ",", ":", "=", ";").contains(current().value());
	}

	private Expression nothing() {
		Token near = this.tokens.get(Math.min(this.place, this.tokens.size() - 1));
		return new Expression.Constant("", start(near));
	}

	private static Place start(Token token) {
		return new Place(token.line(), token.start(), token.end());
	}

	private Place between(Place first, int place) {
		return new Place(first.line(), first.start(), this.tokens.get(Math.max(0, place - 1)).end());
	}

}

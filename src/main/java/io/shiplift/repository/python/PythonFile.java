package io.shiplift.repository.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A Python file as it is written: what it assigns, imports and calls. A file that Python
 * could not read is read as far as it makes sense.
 */
public final class PythonFile {

	private static final Set<String> CHANGES = Set.of("append", "extend", "insert", "update", "setdefault", "remove");

	private static final Set<String> HEADERS = Set.of("if", "elif", "else", "try", "except", "finally", "with", "for",
			"while", "def", "class", "async", "match", "case");

	private static final Set<String> CONDITIONS = Set.of("if", "elif", "else", "except");

	private static final String PYTHON_2 = "this is Python 2";

	private final String path;

	private final List<Assignment> assignments = new ArrayList<>();

	private final List<Import> imports = new ArrayList<>();

	private final List<Line> statements = new ArrayList<>();

	/** Lines on which statements begin that a condition may leave out. */
	private final NavigableMap<Integer, Boolean> conditional = new TreeMap<>();

	private final List<ClassHead> classes = new ArrayList<>();

	private final List<Syntax> problems;

	private boolean python2;

	private PythonFile(String path, Lines lines) {
		this.path = path;
		this.problems = new ArrayList<>(lines.problems());
	}

	/** Reads a file. */
	public static PythonFile of(String path, String source) {
		Lines lines = new Lines(source.replace("\r\n", "\n").replace('\r', '\n'));
		PythonFile file = new PythonFile(path, lines);
		Blocks blocks = new Blocks();
		lines.lines().forEach((line) -> file.read(line, blocks));
		return file;
	}

	public String path() {
		return this.path;
	}

	public List<Assignment> assignments() {
		return this.assignments;
	}

	public List<Import> imports() {
		return this.imports;
	}

	public List<ClassHead> classes() {
		return this.classes;
	}

	public List<Syntax> problems() {
		return this.problems;
	}

	/** Whether it is written in Python 2. */
	public boolean python2() {
		return this.python2;
	}

	/** The first line that only Python 2 understands; 0 if there is none. */
	public int python2Line() {
		return this.problems.stream()
			.filter((problem) -> PYTHON_2.equals(problem.what()))
			.mapToInt(Syntax::line)
			.min()
			.orElse(0);
	}

	/** Calls the visitor with everything that is used, and the line it is used on. */
	public void uses(BiConsumer<Expression, Integer> visitor) {
		for (Line line : this.statements) {
			List<Token> tokens = line.tokens();
			for (int index = 0; index < tokens.size(); index++) {
				boolean begins = tokens.get(index).name() && (index == 0 || !tokens.get(index - 1).is("."))
						|| tokens.get(index).kind() == Token.Kind.TEXT;
				if (begins) {
					visitor.accept(new ExpressionReader(tokens, index).chain(), tokens.get(index).line());
				}
			}
		}
	}

	/** Texts next to "in", as in "NAME" in os.environ. */
	public void lookups(BiConsumer<String, Expression> visitor) {
		for (Line line : this.statements) {
			List<Token> tokens = line.tokens();
			for (int index = 2; index < tokens.size(); index++) {
				if (tokens.get(index - 1).is("in") && tokens.get(index).name()) {
					Token text = tokens.get(index - 2).is("not") ? tokens.get(Math.max(0, index - 3))
							: tokens.get(index - 2);
					if (text.kind() == Token.Kind.TEXT) {
						visitor.accept(text.value(), new ExpressionReader(tokens, index).chain());
					}
				}
			}
		}
	}

	/** Whether the statement on this line may be left out by an if or an except. */
	public boolean conditional(int line) {
		Map.Entry<Integer, Boolean> statement = this.conditional.floorEntry(line);
		return statement != null && statement.getValue();
	}

	private void read(Line line, Blocks blocks) {
		List<Token> tokens = line.tokens();
		blocks.leave(line.indent());
		this.conditional.put(line.number(),
				blocks.all().stream().anyMatch((block) -> CONDITIONS.contains(block.keyword())));
		Token first = tokens.getFirst();
		if (OldPython.in(line)) {
			this.python2 = true;
			this.problems.add(new Syntax(line.number(), PYTHON_2));
		}
		if (first.name() && HEADERS.contains(first.value())) {
			header(line, blocks);
			return;
		}
		this.statements.add(line);
		statement(tokens, blocks);
	}

	private void header(Line line, Blocks blocks) {
		List<Token> tokens = line.tokens();
		int colon = colon(tokens);
		if (colon < 0) {
			if (!tokens.getFirst().is("match") && !tokens.getFirst().is("case")) {
				this.problems.add(new Syntax(line.number(), "there is no colon behind " + tokens.getFirst().value()));
			}
			statement(tokens, blocks);
			return;
		}
		this.statements.add(new Line(line.number(), line.indent(), tokens.subList(0, colon)));
		if (tokens.getFirst().is("class") && tokens.size() > 1) {
			List<Expression> bases = (new ExpressionReader(tokens, 1).chain() instanceof Expression.Call call)
					? call.arguments() : List.of();
			this.classes.add(new ClassHead(tokens.get(1).value(),
					bases.stream().map(Expression::dotted).filter((base) -> !base.isEmpty()).toList(), line.number()));
		}
		blocks.enter(line, tokens.subList(0, colon));
		if (colon + 1 < tokens.size()) {
			List<Token> rest = tokens.subList(colon + 1, tokens.size());
			this.statements.add(new Line(line.number(), line.indent() + 1, rest));
			statement(rest, blocks);
		}
	}

	private static int colon(List<Token> tokens) {
		int depth = 0;
		boolean lambda = false;
		for (int index = 0; index < tokens.size(); index++) {
			Token token = tokens.get(index);
			depth += (token.is("(") || token.is("[") || token.is("{")) ? 1 : 0;
			depth -= (token.is(")") || token.is("]") || token.is("}")) ? 1 : 0;
			lambda |= depth == 0 && token.is("lambda");
			if (token.is(":") && depth == 0) {
				if (!lambda) {
					return index;
				}
				lambda = false;
			}
		}
		return -1;
	}

	private void statement(List<Token> tokens, Blocks blocks) {
		Token first = tokens.getFirst();
		if (first.is("from") || first.is("import")) {
			this.imports.add(Import.of(tokens, blocks.all()));
			return;
		}
		if (!first.name()) {
			return;
		}
		ExpressionReader reader = new ExpressionReader(tokens, 0);
		Expression target = reader.chain();
		if (reader.place() >= tokens.size()) {
			change(target, tokens, blocks);
			return;
		}
		Token mark = tokens.get(reader.place());
		if (mark.is(":")) {
			ExpressionReader type = new ExpressionReader(tokens, reader.place() + 1);
			type.one();
			assign(target, tokens, type.place(), blocks);
		}
		else {
			assign(target, tokens, reader.place(), blocks);
		}
	}

	private void assign(Expression target, List<Token> tokens, int place, Blocks blocks) {
		if (place >= tokens.size() || !tokens.get(place).is("=") && !tokens.get(place).is("+=")) {
			return;
		}
		String operator = tokens.get(place).value();
		List<Expression> targets = new ArrayList<>(List.of(target));
		ExpressionReader reader = new ExpressionReader(tokens, place + 1);
		if (place + 1 >= tokens.size()) {
			this.problems.add(new Syntax(tokens.get(place).line(), "there is nothing behind the equals sign"));
			return;
		}
		Expression value = reader.all();
		while (reader.place() + 1 < tokens.size() && tokens.get(reader.place()).is("=")) {
			targets.add(value);
			reader = new ExpressionReader(tokens, reader.place() + 1);
			value = reader.all();
		}
		for (Expression each : targets) {
			String name = targetName(each);
			if (!name.isEmpty()) {
				this.assignments.add(new Assignment(name, operator, value, each.place().line(), tokens.getLast().end(),
						blocks.all()));
			}
		}
	}

	private void change(Expression used, List<Token> tokens, Blocks blocks) {
		if (used instanceof Expression.Call call) {
			String function = call.function().dotted();
			String element = (call.function() instanceof Expression.Attribute attribute)
					? targetName(attribute.of()) + "." + attribute.name() : function;
			int dot = element.lastIndexOf('.');
			if (dot > 0 && CHANGES.contains(element.substring(dot + 1)) && !call.arguments().isEmpty()) {
				this.assignments.add(new Assignment(element.substring(0, dot), element.substring(dot + 1),
						call.arguments().getLast(), used.place().line(), tokens.getLast().end(), blocks.all()));
			}
		}
	}

	private static String targetName(Expression target) {
		if (target instanceof Expression.Element element) {
			String key = element.key().text().orElse("");
			String name = targetName(element.of());
			return (key.isEmpty() || name.isEmpty()) ? "" : name + "." + key;
		}
		return target.dotted();
	}

	/**
	 * A class with the names it is made from.
	 */
	public record ClassHead(String name, List<String> bases, int line) {

	}

}

package io.shiplift.repository.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.shiplift.repository.Confidence;
import io.shiplift.repository.Topic;
import io.shiplift.repository.python.Assignment;
import io.shiplift.repository.python.Block;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.python.PythonFile;
import io.shiplift.repository.python.Syntax;
import io.shiplift.repository.read.Conclusions.Place;

/**
 * Looks through the code for variables, for files it writes, and for what only Heroku
 * has.
 */
class CodeReader implements Reader {

	private static final Set<String> FIELDS = Set.of("FileField", "ImageField", "ThumbnailerImageField",
			"FilePathField");

	private static final int MANY = 100;

	@Override
	public void read(Sources sources, Conclusions found) {
		Map<String, Read> reads = new LinkedHashMap<>();
		for (PythonFile file : sources.code()) {
			file.uses((expression, line) -> use(file, expression, line, reads, found));
			file.lookups((name, where) -> {
				if (where.dotted().endsWith("environ")) {
					Place place = new Place(file.path(), where.place().line());
					reads.merge(name, new Read(place, "", false), Read::and);
				}
			});
			file.assignments().forEach((assignment) -> field(file, assignment, found));
			problems(file, found);
		}
		reads.forEach((name, read) -> variable(name, read, found));
	}

	private void use(PythonFile file, Expression expression, int line, Map<String, Read> reads, Conclusions found) {
		Variable.of(expression).ifPresent((variable) -> {
			Expression fallback = variable.fallback();
			String shown = (fallback != null)
					? fallback.text().filter((text) -> !Settings.hidden(variable.name(), text)).orElse("") : "";
			boolean needed = fallback == null && !asks(expression) && !file.conditional(line);
			reads.merge(variable.name(), new Read(new Place(file.path(), line), shown, needed), Read::and);
		});
		if (expression instanceof Expression.Call call
				&& call.function().dotted().matches("open|io\\.open|codecs\\.open")) {
			String mode = call.argument("mode", 1).flatMap(Expression::text).orElse("r");
			if (mode.matches(".*[wax+].*") && found.all(Topic.FILE_WRITE).size() < MANY) {
				String written = call.argument("file", 0).flatMap(Expression::text).orElse("");
				found.likely(Topic.FILE_WRITE, "open", written.isEmpty() ? "a file to write" : written,
						new Place(file.path(), line));
			}
		}
	}

	/** Whether the call only asks for the variable, and does without it. */
	private static boolean asks(Expression expression) {
		return expression instanceof Expression.Call call
				&& call.function().dotted().matches("(.*\\.)?(get|pop|getenv)");
	}

	/** A variable that the code cannot do without is certain, any other likely. */
	private static void variable(String name, Read read, Conclusions found) {
		if (name.equals("DYNO") || name.startsWith("HEROKU_") && !name.startsWith("HEROKU_POSTGRESQL")) {
			found.certain(Topic.HEROKU_VARIABLE, name, "", read.place());
		}
		else if (!found.has(Topic.VARIABLE, name)) {
			found.add(Topic.VARIABLE, name, read.fallback(), read.place(),
					read.needed() ? Confidence.CERTAIN : Confidence.LIKELY);
		}
	}

	private void field(PythonFile file, Assignment assignment, Conclusions found) {
		if (assignment.value() instanceof Expression.Call call) {
			String function = call.function().dotted();
			String owner = assignment.blocks()
				.stream()
				.filter((block) -> "class".equals(block.keyword()))
				.map(Block::condition)
				.map((head) -> head.replaceFirst("\\W.*", ""))
				.reduce((first, second) -> second)
				.orElse("");
			boolean model = function.startsWith("models.") || file.imports()
				.stream()
				.anyMatch(
						(imported) -> imported.module().startsWith("django.db") && imported.names().contains(function));
			if (model && FIELDS.contains(function.substring(function.lastIndexOf('.') + 1))
					&& found.all(Topic.FILE_WRITE).size() < MANY) {
				found.certain(Topic.FILE_WRITE, owner + "." + assignment.target(),
						function.substring(function.lastIndexOf('.') + 1)
								+ (call.named().containsKey("storage") ? " with a storage of its own" : ""),
						new Place(file.path(), assignment.line()));
			}
		}
	}

	private void problems(PythonFile file, Conclusions found) {
		if (!file.problems().isEmpty() && !file.path().contains("{{") && found.all(Topic.PROBLEM).size() < 30) {
			Syntax first = file.problems().getFirst();
			if (file.python2()) {
				found.problem("This is Python 2, which no platform of AWS runs: move to Python 3 first, while still on"
						+ " Heroku.", new Place(file.path(), file.python2Line()));
			}
			else {
				found.problem(
						"Python cannot read the file: " + first.what() + ". What comes after it may be missing here.",
						new Place(file.path(), first.line()));
			}
		}
	}

	/**
	 * Where a variable is read, its default if that may be shown, and whether it is
	 * needed: read somewhere without a default, and nowhere with care.
	 */
	private record Read(Place place, String fallback, boolean needed) {

		Read and(Read other) {
			return new Read(this.place, this.fallback.isEmpty() ? other.fallback : this.fallback,
					this.needed && other.needed);
		}

	}

}

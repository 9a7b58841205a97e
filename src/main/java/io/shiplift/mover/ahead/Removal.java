package io.shiplift.mover.ahead;

import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.mover.Mark;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Released;
import io.shiplift.mover.Side;

/**
 * Takes triggers, functions and log out of a source and looks whether anything is left.
 */
final class Removal {

	private static final int NAMED = 5;

	private static final String LOGS = "select oid::regclass::text from pg_class where relkind = 'r' and relname like 'log\\_%'"
			+ " and relnamespace = to_regnamespace('" + Mark.SCHEMA + "')";

	private static final String FUNCTIONS = "select count(*) from pg_proc where pronamespace = to_regnamespace('"
			+ Mark.SCHEMA + "')";

	private static final String LEFT = """
			select 'trigger ' || tgname || ' of ' || tgrelid::regclass::text from pg_trigger
			where tgname in ('%s', '%s')
			union all select 'schema ' || nspname from pg_namespace where nspname = '%s'
			union all select 'function ' || p.oid::regprocedure::text from pg_proc p
				where pronamespace = to_regnamespace('%s')""".formatted(Triggers.ROWS, Triggers.TRUNCATE, Mark.SCHEMA,
			Mark.SCHEMA);

	private final Side side;

	private final Mark mark;

	Removal(Side side, Mark mark) {
		this.side = side;
		this.mark = mark;
	}

	Released run() {
		try (Link source = Link.source(this.side)) {
			if (!Limits.marked(source, this.mark)) {
				return new Released(0, 0, 0, 0, 0);
			}
			Released released = remove(source);
			prove(source);
			return released;
		}
	}

	private Released remove(Link source) {
		List<String> logs = source.texts(LOGS);
		long changes = logs.stream().mapToLong((log) -> source.number("select count(*) from " + log)).sum();
		int functions = (int) source.number(FUNCTIONS);
		ShortLocks locks = new ShortLocks(source);
		int triggers = new Triggers(source).remove(locks);
		locks.run(Mark.SCHEMA, List.of("drop schema " + Mark.SCHEMA + " cascade"));
		return new Released(triggers, functions, logs.size(), changes, locks.longestMillis());
	}

	private static void prove(Link source) {
		List<String> left = source.texts(LEFT);
		if (!left.isEmpty()) {
			throw new MoverProblem("Not everything could be removed from the source: "
					+ left.stream().limit(NAMED).collect(Collectors.joining(", "))
					+ " is still there. Remove it as the owner, or try again.");
		}
	}

}

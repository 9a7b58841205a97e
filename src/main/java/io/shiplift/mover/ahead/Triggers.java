package io.shiplift.mover.ahead;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.mover.Mark;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Names;

/**
 * The triggers that note the keys of changed rows. They fire in every mode of a session,
 * so that a trigger which was switched off and on meanwhile is seen to have been.
 */
final class Triggers {

	static final String ROWS = "shiplift_ahead_rows";

	static final String TRUNCATE = "shiplift_ahead_truncate";

	private static final int NAMED = 5;

	private final Link source;

	Triggers(Link source) {
		this.source = source;
	}

	/** Makes the schema that holds the log, with its mark. */
	void makeSchema(Mark mark) {
		this.source.run("begin", "create schema " + Mark.SCHEMA,
				"comment on schema " + Mark.SCHEMA + " is " + Names.literal(mark.text()),
				"create table " + Mark.SCHEMA + ".whole (relid bigint not null, taken boolean not null default false)",
				Baseline.TABLES, "commit");
	}

	/** Follows the tables, one after the other. */
	void make(List<Followed> tables, ShortLocks locks) {
		for (Followed table : tables.stream().filter(Followed::keyed).toList()) {
			this.source.run(
					"create table " + table.log() + " as select " + table.asLogged() + " from only " + table.name()
							+ " with no data",
					"create table " + table.touched() + " (like " + table.log() + ")",
					function(table.rowFunction(), rows(table)), function(table.truncateFunction(), truncate(table)));
			locks.run(table.name(),
					List.of("create trigger " + ROWS + " after insert or update or delete on " + table.name()
							+ " for each row execute function " + table.rowFunction(),
							"create trigger " + TRUNCATE + " after truncate on " + table.name()
									+ " for each statement execute function " + table.truncateFunction(),
							"alter table only " + table.name() + " enable always trigger " + ROWS
									+ ", enable always trigger " + TRUNCATE));
		}
	}

	/** Refuses to go on if they are not all as they were made. */
	void check(List<Followed> tables) {
		List<String> gone = gone(tables);
		if (!gone.isEmpty()) {
			throw new MoverProblem("Somebody switched off or removed the triggers of " + gone.size() + " tables ("
					+ gone.stream().limit(NAMED).collect(Collectors.joining(", "))
					+ "), so changes may be missing. Start again: the copy begins anew.");
		}
	}

	/** Tables whose triggers are not as they were made. */
	List<String> gone(List<Followed> tables) {
		List<String> standing = this.source
			.texts("select tgrelid::bigint::text from pg_trigger where tgname in ('" + ROWS + "', '" + TRUNCATE
					+ "') and tgenabled = 'A' and not tgisinternal group by tgrelid having count(*) = 2");
		return tables.stream()
			.filter(Followed::keyed)
			.filter((table) -> !standing.contains(Long.toString(table.oid())))
			.map(Followed::name)
			.toList();
	}

	/** Removes them, and answers how many there were. */
	int remove(ShortLocks locks) {
		List<List<String>> found = this.source.rows("""
				select quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(t.tgname)
				from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
				join pg_proc p on p.oid = t.tgfoid where p.pronamespace = to_regnamespace('%s') and not t.tgisinternal
				order by 1""".formatted(Mark.SCHEMA));
		List<String> tables = found.stream().map(List::getFirst).distinct().toList();
		for (String table : tables) {
			List<String> drops = new ArrayList<>();
			found.stream()
				.filter((trigger) -> trigger.getFirst().equals(table))
				.forEach((trigger) -> drops.add("drop trigger if exists " + trigger.get(1) + " on " + table));
			locks.run(table, drops);
		}
		return found.size();
	}

	static String function(String name, String body) {
		return "create function " + name + " returns trigger language plpgsql security definer"
				+ " set search_path = pg_catalog as " + Names.literal("begin " + body + " return null; end");
	}

	/** Keys are told apart by their bytes, which needs no operator of their type. */
	static String rows(Followed table) {
		String insert = "insert into " + table.log() + " values (";
		return "if tg_op <> 'INSERT' then " + insert + table.keyOf("old") + "); end if;"
				+ " if tg_op = 'UPDATE' then if pg_catalog.record_image_ne(row(" + table.keyOf("old") + "), row("
				+ table.keyOf("new") + ")) then " + insert + table.keyOf("new") + "); end if; end if;"
				+ " if tg_op = 'INSERT' then " + insert + table.keyOf("new") + "); end if;";
	}

	private static String truncate(Followed table) {
		return "insert into " + Mark.SCHEMA + ".whole values (" + table.oid() + ");";
	}

}

package io.shiplift.mover.ahead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.shiplift.mover.Names;
import io.shiplift.mover.work.Pipe;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of some tables that were touched since these were proved. Those that still
 * wait in the log count only if asked for.
 */
final class Touched {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final List<Followed> tables;

	private final boolean waiting;

	private final Map<Long, Long> counts = new HashMap<>();

	Touched(Link source, List<Followed> tables, boolean waiting) {
		this.tables = tables;
		this.waiting = waiting;
		String question = tables.stream()
			.map((table) -> "select " + table.oid() + ", count(*) from " + there(table) + " k having count(*) > 0")
			.collect(Collectors.joining(" union all "));
		if (!question.isEmpty()) {
			source.rows(question).forEach((row) -> this.counts.put(Long.valueOf(row.get(0)), Long.valueOf(row.get(1))));
		}
	}

	/** The touched rows as they are in the source. */
	List<String> inSource(Link source) {
		List<String> lines = new ArrayList<>();
		this.tables.forEach((table) -> lines.add(json
			.writeValueAsString(new Object[] { "touched", table.name(), this.counts.getOrDefault(table.oid(), 0L) })));
		some().forEach((table) -> lines.add(line(source, table, there(table))));
		return lines;
	}

	/** The same rows in the target, once their keys were carried over. */
	List<String> inTarget(Link target) {
		return some().stream().map((table) -> line(target, table, table.round())).toList();
	}

	/** Puts the keys where only this session of the target sees them. */
	void carry(Link source, Link target) {
		Pipe pipe = new Pipe(source.end(), target.end());
		for (Followed table : some()) {
			target.run("create temp table round_" + table.oid() + " as select " + table.asLogged() + " from only "
					+ table.name() + " with no data");
			pipe.pour("copy (select " + table.logged() + " from " + there(table) + " k) to stdout" + table.format(),
					"copy " + table.round() + " from stdin" + table.format(), (bytes) -> {
					});
			target.run("analyze " + table.round());
		}
	}

	private List<Followed> some() {
		return this.tables.stream().filter((table) -> this.counts.containsKey(table.oid())).toList();
	}

	private String there(Followed table) {
		String keys = "select " + table.logged() + " from " + table.touched();
		return "(select distinct " + table.logged() + " from (" + keys
				+ (this.waiting ? " union all select " + table.logged() + " from " + table.log() : "") + ") u)";
	}

	private static String line(Link side, Followed table, String keys) {
		return side.text("select json_build_array('rows', " + Names.literal(table.name())
				+ ", 0, coalesce(sum(hashtextextended((t.*)::text, 0)::numeric), 0)::text)::text from " + keys
				+ " k join only " + table.name() + " t on (" + table.matches() + ")");
	}

}

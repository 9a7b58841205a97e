package io.shiplift.mover.ahead;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.mover.Mark;

/**
 * What was proved of a copy when it was made: the numbers of the tables, when, which
 * transactions the target had seen then, and those that were this copy's since.
 */
record Baseline(Set<Long> tables, String at, String seen, List<String> written) {

	/** Where it is noted, beside the log. */
	static final String TABLES = "create table %1$s.proved (relid bigint not null);"
		.concat("create table %1$s.baseline (at text not null, seen text not null);")
		.concat("create table %1$s.written (xid bigint not null)")
		.formatted(Mark.SCHEMA);

	private static final long EPOCH = 1L << 32;

	static Baseline read(Link source) {
		Set<Long> tables = new HashSet<>();
		source.texts("select relid from " + Mark.SCHEMA + ".proved")
			.forEach((relid) -> tables.add(Long.valueOf(relid)));
		List<List<String>> then = source.rows("select at, seen from " + Mark.SCHEMA + ".baseline");
		return then.isEmpty() ? new Baseline(Set.of(), "", "", List.of()) : new Baseline(tables, then.getFirst().get(0),
				then.getFirst().get(1), source.texts("select xid % " + EPOCH + " from " + Mark.SCHEMA + ".written"));
	}

	void note(Link source) {
		source.run("begin", "insert into " + Mark.SCHEMA + ".baseline values ('" + this.at + "', '" + this.seen + "')");
		this.tables.forEach((relid) -> source.run("insert into " + Mark.SCHEMA + ".proved values (" + relid + ")"));
		source.run("commit");
	}

	/** Notes the target's transaction as one of this copy. */
	static void written(Link source, Link target) {
		source.run("insert into " + Mark.SCHEMA + ".written values (" + target.text("select txid_current()") + ")");
	}

	/**
	 * Whether row {@code t} of the target was written since, by somebody else. What was
	 * under way at the time counts as later.
	 */
	String foreign() {
		List<String> parts = Arrays.asList(this.seen.split(":"));
		String later = "age(t.xmin) <= age('" + (Long.parseLong(parts.get(1)) % EPOCH) + "'::xid)";
		if (parts.size() > 2 && !parts.get(2).isEmpty()) {
			List<String> open = Arrays.stream(parts.get(2).split(","))
				.map((xid) -> Long.toString(Long.parseLong(xid) % EPOCH))
				.toList();
			later = "(" + later + " or t.xmin::text in (" + literals(open) + "))";
		}
		return later + (this.written.isEmpty() ? "" : " and t.xmin::text not in (" + literals(this.written) + ")");
	}

	private static String literals(List<String> numbers) {
		return numbers.stream().map((number) -> "'" + number + "'").collect(Collectors.joining(", "));
	}

}

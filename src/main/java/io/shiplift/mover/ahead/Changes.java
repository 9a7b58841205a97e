package io.shiplift.mover.ahead;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.mover.Mark;

/**
 * What the log holds at one moment: how often rows of a table were changed, by the number
 * of the table, and which tables were emptied.
 */
record Changes(Map<Long, Long> rows, Set<Long> emptied) {

	/** More than this is worth statistics for the planner and a clean-up afterwards. */
	private static final long MANY = 1000;

	static Changes read(Link source, List<Followed> tables) {
		Map<Long, Long> rows = new HashMap<>();
		String counts = tables.stream()
			.filter(Followed::keyed)
			.map((table) -> "select " + table.oid() + ", count(*) from " + table.log() + " having count(*) > 0")
			.collect(Collectors.joining(" union all "));
		if (!counts.isEmpty()) {
			source.rows(counts).forEach((row) -> rows.put(Long.valueOf(row.get(0)), Long.valueOf(row.get(1))));
		}
		Set<Long> emptied = new HashSet<>();
		source.texts("select distinct relid from " + Mark.SCHEMA + ".whole where not taken")
			.forEach((relid) -> emptied.add(Long.valueOf(relid)));
		return new Changes(rows, emptied);
	}

	long sum() {
		return this.rows.values().stream().mapToLong(Long::longValue).sum() + this.emptied.size();
	}

	boolean emptied(Followed table) {
		return this.emptied.contains(table.oid());
	}

	boolean changed(Followed table) {
		return this.rows.containsKey(table.oid());
	}

	boolean many(Followed table) {
		return this.rows.getOrDefault(table.oid(), 0L) > MANY;
	}

	/**
	 * Removes from the log what was there at that moment, and nothing that came later. It
	 * is kept which rows were touched.
	 */
	void forget(Link source, List<Followed> tables) {
		tables.stream()
			.filter(this::changed)
			.forEach((table) -> source.run(
					"insert into " + table.touched() + " select " + table.logged() + " from " + table.log()
							+ " except select " + table.logged() + " from " + table.touched(),
					"delete from " + table.log()));
		if (!this.emptied.isEmpty()) {
			source.run("update " + Mark.SCHEMA + ".whole set taken = true where not taken");
		}
	}

	/** Lets the source use the room again. */
	void cleanUp(Link source, List<Followed> tables) {
		tables.stream().filter(this::many).forEach((table) -> source.run("vacuum " + table.log()));
	}

}

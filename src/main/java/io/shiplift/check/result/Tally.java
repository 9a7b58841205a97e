package io.shiplift.check.result;

import java.util.ArrayList;
import java.util.List;

/**
 * How many checks stand how.
 */
public record Tally(int all, int blockers, int warnings, int unknown, int accepted, int clear, int stale) {

	static Tally of(List<CheckRow> rows) {
		return new Tally(rows.size(), count(rows, Standing.BLOCKER), count(rows, Standing.WARNING),
				count(rows, Standing.UNKNOWN) + count(rows, Standing.OPEN), count(rows, Standing.ACCEPTED),
				count(rows, Standing.CLEAR) + count(rows, Standing.INFO),
				(int) rows.stream().filter(CheckRow::stale).count());
	}

	/** In a few words, such as "1 stops the plan, 3 to look at". */
	public String words() {
		List<String> parts = new ArrayList<>();
		add(parts, this.blockers, (this.blockers == 1) ? "stops the plan" : "stop the plan");
		add(parts, this.warnings, "to look at");
		add(parts, this.accepted, "accepted");
		add(parts, this.unknown, "not known yet");
		add(parts, this.clear, "fine");
		return String.join(", ", parts);
	}

	private static void add(List<String> parts, int count, String what) {
		if (count > 0) {
			parts.add(count + " " + what);
		}
	}

	private static int count(List<CheckRow> rows, Standing standing) {
		return (int) rows.stream().filter((row) -> row.standing() == standing).count();
	}

}

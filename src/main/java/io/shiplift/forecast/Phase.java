package io.shiplift.forecast;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A part of the time in which the app is down. What it has to work on is its measure;
 * past what was rehearsed it grows by {@code growth}, at worst by {@code steepest}, as
 * powers of the measure: sorts that no longer fit into memory are more than linear.
 */
public enum Phase {

	/** Connecting, and reading what there is. */
	LOOK("look", "copy: look", (load) -> load.tables() + 50, 1, 1.1, false),

	/** Making the tables. */
	TABLES("tables", "copy: tables", (load) -> load.tables() + 10, 1, 1.1, false),

	/** Copying the rows. */
	ROWS("rows", "copy: rows", (load) -> load.bytes() + Phase.LITTLE, 1, 1.1, true),

	/** Building indexes and constraints. */
	INDEXES("indexes", "copy: indexes", (load) -> load.lateBytes() + Phase.LITTLE, 1.10, 1.33, true),

	/** Statistics for the planner. */
	STATISTICS("statistics", "copy: statistics", (load) -> load.tables() + 10, 1, 1.1, false),

	/** Reading the source for the comparison. */
	FINGERPRINT("fingerprint", "copy: fingerprint", (load) -> load.bytes() + Phase.LITTLE, 1, 1.1, true),

	/** Carrying over what changed since a copy that was made ahead. */
	LAST_ROUND("changes", "copy: last changes", (load) -> load.bytes() + Phase.LITTLE, 1, 1.2, false),

	/** Fetching a backup. */
	FETCH("fetch", "copy: fetch", (load) -> load.bytes() + Phase.LITTLE, 1, 1.1, false),

	/** Taking a backup and restoring it. */
	BACKUP("backup", "backup and restore", (load) -> load.bytes() + load.lateBytes() / 4.0 + Phase.LITTLE, 1.05, 1.2,
			false),

	/** Comparing the copy with its source. */
	VERIFICATION("verification", "verification", (load) -> load.bytes() + Phase.LITTLE, 1, 1.1, true),

	/** The app's own migrations. */
	MIGRATIONS("migrations", "app's own migrations", (load) -> 1, 1, 1, false),

	/** Maintenance page, workers, proof of no writers, smoke test and DNS call. */
	AROUND("around", "quiesce, smoke test and switch (fixed)", (load) -> 1, 1, 1, false);

	/** So small a load takes no time of its own, in bytes. */
	static final double LITTLE = 8 << 20;

	private final String key;

	private final String title;

	private final ToDoubleFunction<Load> measure;

	private final double growth;

	private final double steepest;

	private final boolean shared;

	Phase(String key, String title, ToDoubleFunction<Load> measure, double growth, double steepest, boolean shared) {
		this.key = key;
		this.title = title;
		this.measure = measure;
		this.growth = growth;
		this.steepest = steepest;
		this.shared = shared;
	}

	/** What the mover calls it. */
	public String key() {
		return this.key;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** What people read for the key of a phase. */
	public static String titleOf(String key) {
		return Arrays.stream(values())
			.filter((phase) -> phase.key.equals(key))
			.findFirst()
			.map(Phase::title)
			.orElse("copy: " + key);
	}

	/** What one earlier time means for another load. Fewer streams take longer. */
	Span scaled(double seconds, Load then, Load now) {
		double ratio = this.measure.applyAsDouble(now) / this.measure.applyAsDouble(then);
		double streams = this.shared ? Math.max(1, (double) then.workers() / Math.max(1, now.workers())) : 1;
		double likely = seconds * streams * ((ratio > 1) ? Math.pow(ratio, this.growth) : ratio);
		double worst = seconds * streams * ((ratio > 1) ? Math.pow(ratio, this.steepest) : ratio);
		return new Span(seconds * Math.min(ratio, 1) * streams, likely, worst);
	}

	/** How many times the measure of an earlier load this one is, or its inverse. */
	double distance(Load then, Load now) {
		return Math.abs(Math.log(this.measure.applyAsDouble(now) / this.measure.applyAsDouble(then)));
	}

}

package io.shiplift.data;

import java.util.List;

/**
 * Figures of a database that decide how and how fast it can be moved, in bytes where they
 * are sizes: of all tables without indexes, of what building indexes works on, of the
 * largest table; connections that may be open and are; tables without a key by name; and
 * whether the role may make a schema and put triggers on every table.
 */
public record DatabaseLimits(long tableBytes, long lateBytes, String largestTable, long largestBytes, int schemas,
		long largeObjects, int connections, int used, List<String> keyless, boolean maySchema, boolean mayTrigger) {

	/** Of a database that could not be looked at. */
	public static final DatabaseLimits NONE = new DatabaseLimits(0, 0, "", 0, 0, 0, 0, 0, List.of(), false, false);

	private static final int MOST_STREAMS = 4;

	/** Connections of the mover that carry no rows: snapshot, structure, a look aside. */
	private static final int OTHERS = 3;

	/**
	 * Streams that a copy may use: more than the processors gain nothing, and the app
	 * keeps its connections.
	 */
	static int streams(int connections, int used, int processors) {
		return Math.max(1, Math.min(Math.min(MOST_STREAMS, processors), connections - used - OTHERS));
	}

	/** The same for a mover on this machine. */
	public int streams() {
		return streams(this.connections, this.used, Runtime.getRuntime().availableProcessors());
	}

	/** GiB that the target needs while the data is loaded: data, sorts and its log. */
	public long storageNeeded(long databaseBytes) {
		long log = Math.min(16L << 30, databaseBytes / 2);
		return 2 + (long) Math.ceil((databaseBytes * 1.3 + log) / (1L << 30));
	}

}

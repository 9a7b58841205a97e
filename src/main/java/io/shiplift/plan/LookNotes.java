package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.shiplift.data.DataMoveAhead;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseLimits;

/**
 * What people should know of a database before they choose how it moves.
 */
final class LookNotes {

	private LookNotes() {
	}

	/** Sentences; {@code storage} is what was planned on the target, in GiB. */
	static List<String> of(Look look, int storage) {
		DatabaseFacts database = look.database();
		List<String> notes = new ArrayList<>();
		if (!database.reachable()) {
			notes.add("The database could not be looked at, so there is no forecast. "
					+ String.join(" ", database.problems()));
			return notes;
		}
		DatabaseLimits limits = database.limits();
		notes.add(String.format(Locale.ENGLISH, "%s, %s in %,d %s with about %,d rows.", database.server(),
				Bytes.words(database.bytes()), database.tables().size(),
				(database.tables().size() == 1) ? "table" : "tables", database.rows()));
		if (limits.largestBytes() > 0) {
			notes.add("The largest table is " + limits.largestTable() + " with " + Bytes.words(limits.largestBytes())
					+ ".");
		}
		notes.add("%d of %d connections are in use; the copy takes %d %s.".formatted(limits.used(),
				limits.connections(), database.streams(), (database.streams() == 1) ? "stream" : "streams"));
		if (!database.foreign()) {
			notes.add("Copied ahead, the log of changes may take "
					+ Bytes.words(DataMoveAhead.logBound(database.bytes()))
					+ " of the source's disk; if it grows past that, the copy is given up and the log removed.");
		}
		long needed = limits.storageNeeded(database.bytes());
		if (storage > 0) {
			notes.add((needed <= storage)
					? "The planned " + storage + " GiB hold it; " + needed + " GiB are needed while it is loaded."
					: "The planned " + storage + " GiB are too little: " + needed
							+ " GiB are needed while it is loaded. Change the size of the database.");
		}
		notes.addAll(database.problems());
		notes.addAll(database.remarks());
		return notes;
	}

}

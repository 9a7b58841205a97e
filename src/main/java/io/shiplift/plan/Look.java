package io.shiplift.plan;

import java.time.Instant;
import java.util.List;

import io.shiplift.data.DatabaseFacts;
import io.shiplift.forecast.Rehearsed;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of the source database, when, and the app's earlier moves.
 */
public record Look(DatabaseFacts database, List<Rehearsed> past, @Nullable Instant at) {

	/** A look at some time that does not matter. */
	public Look(DatabaseFacts database, List<Rehearsed> past) {
		this(database, past, null);
	}

}

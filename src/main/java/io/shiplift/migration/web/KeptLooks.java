package io.shiplift.migration.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.shiplift.data.DatabaseFacts;

/**
 * Looks at source databases that are kept for some minutes, one for each migration. Sizes
 * change slowly; whoever wants to know can look again.
 */
final class KeptLooks {

	private static final Duration KEEP = Duration.ofMinutes(5);

	private final InstantSource clock;

	private final Map<String, Seen> seen = new ConcurrentHashMap<>();

	KeptLooks(InstantSource clock) {
		this.clock = clock;
	}

	/** The kept look, or a new one. One at which nobody answered is not kept. */
	Seen of(String migration, Map<String, String> source, Supplier<DatabaseFacts> look) {
		Instant now = this.clock.instant();
		this.seen.values().removeIf((old) -> !old.at().plus(KEEP).isAfter(now));
		Seen known = this.seen.get(migration);
		if (known != null && known.source().equals(source)) {
			return known;
		}
		Seen fresh = new Seen(Map.copyOf(source), look.get(), now);
		if (fresh.facts().reachable()) {
			this.seen.put(migration, fresh);
		}
		return fresh;
	}

	void forget(String migration) {
		this.seen.remove(migration);
	}

	/** What was seen of the database that this answer names. */
	record Seen(Map<String, String> source, DatabaseFacts facts, Instant at) {

	}

}

package io.shiplift.migration.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseLimits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeptLooks}.
 */
class KeptLooksTests {

	private static final Map<String, String> SOURCE = Map.of("kind", "heroku", "app", "shop");

	private Instant now = Instant.parse("2026-11-21T08:00:00Z");

	private int looks;

	private final KeptLooks kept = new KeptLooks(() -> this.now);

	@Test
	void keepsALookForFiveMinutes() {
		Instant first = this.now;
		assertThat(look("m1", SOURCE).at()).isEqualTo(first);
		this.now = first.plus(Duration.ofMinutes(5)).minusMillis(1);
		assertThat(look("m1", SOURCE).at()).isEqualTo(first);
		assertThat(this.looks).isEqualTo(1);
		this.now = first.plus(Duration.ofMinutes(5));
		assertThat(look("m1", SOURCE).at()).isEqualTo(this.now);
		assertThat(this.looks).isEqualTo(2);
	}

	@Test
	void looksAgainForAnotherSourceOrMigrationOrIfAskedTo() {
		look("m1", SOURCE);
		look("m2", SOURCE);
		look("m1", Map.of("kind", "heroku", "app", "other"));
		look("m1", Map.of("kind", "heroku", "app", "other"));
		assertThat(this.looks).isEqualTo(3);
		this.kept.forget("m1");
		look("m1", Map.of("kind", "heroku", "app", "other"));
		look("m2", SOURCE);
		assertThat(this.looks).isEqualTo(4);
	}

	@Test
	void doesNotKeepThatNobodyAnswered() {
		DatabaseFacts silent = DatabaseFacts.unreachable("No server answered.");
		assertThat(this.kept.of("m1", SOURCE, () -> silent).facts()).isEqualTo(silent);
		assertThat(look("m1", SOURCE).facts().reachable()).isTrue();
		assertThat(this.looks).isEqualTo(1);
	}

	private KeptLooks.Seen look(String migration, Map<String, String> source) {
		return this.kept.of(migration, source, () -> {
			this.looks++;
			DatabaseLimits limits = new DatabaseLimits(1, 0, "", 0, 1, 0, 20, 1, List.of(), true, true);
			return new DatabaseFacts(true, "15", 15, "UTF8", new DatabaseFacts.Sorting("C", "C", null), "public", 1,
					List.of(), List.of(), List.of(), List.of(), limits, DatabaseEngine.POSTGRES);
		});
	}

}

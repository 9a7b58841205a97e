package io.shiplift.steps.preflight;

import java.util.List;

import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseLimits;
import io.shiplift.plan.Plan;
import io.shiplift.testing.ScriptedRunbook;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceLimits}.
 */
class SourceLimitsTests {

	/** With 50 GiB of storage. */
	private final Plan plan = ScriptedRunbook.plan("k3f9x2ab", "Shop");

	@Test
	void acceptsWhatFits() {
		assertThat(SourceLimits.problems(this.plan, database(20L << 30, "citext", "uuid-ossp"), List.of())).isEmpty();
	}

	@Test
	void saysThatTheStorageIsTooLittle() {
		assertThat(SourceLimits.problems(this.plan, database(40L << 30), List.of())).singleElement()
			.asString()
			.contains("has 50 GiB of storage, but 70 GiB are needed");
	}

	@Test
	void namesExtensionsThatAreNotOffered() {
		assertThat(SourceLimits.problems(this.plan, database(1, "timescaledb", "hstore"), List.of())).singleElement()
			.asString()
			.contains("timescaledb", "drop extension timescaledb");
	}

	@Test
	void saysWhatToDoWhereHerokusAddressTurnsOutToBeOfMysql() {
		assertThat(SourceLimits.problems(this.plan, database(DatabaseEngine.MYSQL, 1), List.of())).singleElement()
			.asString()
			.contains("leads to a database of MySQL or MariaDB", "type that address");
	}

	private static DatabaseFacts database(long bytes, String... extensions) {
		return database(DatabaseEngine.POSTGRES, bytes, extensions);
	}

	private static DatabaseFacts database(DatabaseEngine engine, long bytes, String... extensions) {
		DatabaseLimits limits = new DatabaseLimits(bytes, 0, "", 0, 1, 0, 20, 1, List.of(), true, true);
		return new DatabaseFacts(true, "15", 15, "UTF8", new DatabaseFacts.Sorting("C", "C", null), "public", bytes,
				List.of(),
				List.of(extensions).stream().map((name) -> new DatabaseFacts.Extension(name, "public", "1")).toList(),
				List.of(), List.of(), limits, engine);
	}

}

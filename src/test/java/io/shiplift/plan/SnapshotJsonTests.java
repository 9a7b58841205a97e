package io.shiplift.plan;

import java.time.Instant;
import java.util.List;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what was found of a source comes back from JSON, also from older JSON.
 */
class SnapshotJsonTests {

	@Test
	void comesBackAsItWas() {
		SourceDatabaseSeen database = new SourceDatabaseSeen("postgresql-curly-1", "DATABASE_URL",
				"heroku-postgresql:standard-0", true, List.of(), Instant.EPOCH,
				SourceDatabaseSeen.Figures.unreachable(List.of("Nobody answers.")));
		SourceSnapshot snapshot = SourceSnapshot.of(Apps.shop()).with(List.of(database));
		assertThat(CanonicalJson.read(CanonicalJson.of(snapshot), SourceSnapshot.class)).isEqualTo(snapshot);
	}

	@Test
	void readsWhatKnewOnlyTheApp() {
		String app = CanonicalJson.of(Apps.shop());
		assertThat(app).doesNotContain("masked").doesNotContain("owner");
		assertThat(CanonicalJson.read("{\"app\":" + app + "}", SourceSnapshot.class))
			.isEqualTo(SourceSnapshot.of(Apps.shop()));
	}

	@Test
	void knowsThatJobsWereTypedBeforeThatWasKeptApart() {
		SourceServices old = CanonicalJson
			.read("{\"jobsRead\":false,\"jobs\":[{\"command\":\"a\",\"schedule\":\"b\"}]}", SourceServices.class);
		assertThat(old.jobs()).isEmpty();
		assertThat(old.typedJobs()).containsExactly(new SourceServices.Job("a", "b"));
		SourceServices read = CanonicalJson
			.read("{\"jobsRead\":true,\"jobs\":[{\"command\":\"a\",\"schedule\":\"b\"}]}", SourceServices.class);
		assertThat(read.typedJobs()).isEmpty();
		assertThat(read.allJobs()).hasSize(1);
	}

	@Test
	void tellsSharedAndMaskedOnes() {
		SourceApp app = new SourceApp("shop", "us", "heroku-24", List.of(), List.of(),
				List.of(new SourceApp.AddOn("redis-1", "heroku-redis", "heroku-redis:mini", 300, List.of(), "blog")),
				List.of(), List.of("SIGNING_KEY"));
		SourceApp read = CanonicalJson.read(CanonicalJson.of(app), SourceApp.class);
		assertThat(read).isEqualTo(app);
		assertThat(read.addOns().getFirst().shared()).isTrue();
	}

}

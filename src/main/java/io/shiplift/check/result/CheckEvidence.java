package io.shiplift.check.result;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.code.CodeScans;
import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Migration;
import io.shiplift.migration.SourceLooks;
import io.shiplift.plan.Answers;
import io.shiplift.source.SourceInspector;
import io.shiplift.source.SourceSnapshots;
import io.shiplift.source.SourceSnapshots.Taken;

import org.springframework.stereotype.Component;

/**
 * Puts together what checks judge a migration by.
 */
@Component
class CheckEvidence {

	private final SourceSnapshots snapshots;

	private final SourceInspector inspector;

	private final Connections connections;

	private final CodeScans scans;

	private final Clock clock;

	CheckEvidence(SourceSnapshots snapshots, SourceInspector inspector, Connections connections, CodeScans scans,
			Clock clock) {
		this.scans = scans;
		this.snapshots = snapshots;
		this.inspector = inspector;
		this.connections = connections;
		this.clock = clock;
	}

	/** What is known of the chosen app, after a look at it if there was none. */
	Optional<Seen> of(Migration migration) {
		String app = SourceLooks.app(migration);
		return this.snapshots.newest(migration.id(), app)
			.map((taken) -> seen(migration, taken))
			.or(() -> look(app, migration));
	}

	/** What is known already; without a snapshot, no more than the app itself. */
	Seen kept(Migration migration, SourceApp app) {
		return this.snapshots.newest(migration.id(), app.name())
			.map((taken) -> seen(migration, taken))
			.orElseGet(() -> seen(migration, SourceSnapshot.of(app), this.clock.instant()));
	}

	private Optional<Seen> look(String app, Migration migration) {
		if (app.isEmpty()) {
			return Optional.empty();
		}
		return this.inspector.inspect(this.connections.of(migration.id()), app)
			.map((found) -> seen(migration, SourceSnapshot.of(found), this.clock.instant()));
	}

	private Seen seen(Migration migration, Taken taken) {
		return seen(migration, taken.snapshot(), taken.at());
	}

	private Seen seen(Migration migration, SourceSnapshot snapshot, Instant at) {
		return new Seen(new CheckContext(snapshot, this.scans.scan(migration.id()).orElse(null),
				Answers.fromJson(migration.answers()), this.clock.instant()), at);
	}

	/** What checks judge by, and when it was seen. */
	record Seen(CheckContext context, Instant at) {

		CheckResult result(Check check) {
			return new CheckResult(check.sheet().key(), Catalogue.judge(check, this.context), this.context.now(),
					this.at);
		}

	}

}

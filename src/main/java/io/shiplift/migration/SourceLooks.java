package io.shiplift.migration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.plan.Answers;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.source.SourceChange;
import io.shiplift.source.SourceDiscovery;
import io.shiplift.source.SourceInspector;
import io.shiplift.source.SourceSnapshots;
import io.shiplift.source.SourceSnapshots.Taken;

import org.springframework.stereotype.Component;

/**
 * Looks at the source of a migration, keeps what was found and says what changed. A plan
 * is not frozen and nothing starts upon an old look.
 */
@Component
public class SourceLooks {

	/** A look is old after that. */
	private static final Duration FRESH = Duration.ofMinutes(10);

	private final Connections connections;

	private final SourceDiscovery discovery;

	private final SourceInspector inspector;

	private final SourceSnapshots snapshots;

	private final Journal journal;

	private final Clock clock;

	SourceLooks(Connections connections, SourceDiscovery discovery, SourceInspector inspector,
			SourceSnapshots snapshots, Journal journal, Clock clock) {
		this.connections = connections;
		this.discovery = discovery;
		this.inspector = inspector;
		this.snapshots = snapshots;
		this.journal = journal;
		this.clock = clock;
	}

	/** The chosen app, or an empty text. */
	public static String app(Migration migration) {
		return Answers.fromJson(migration.answers()).value("app", "app");
	}

	/** The newest look at the chosen app. */
	public Optional<Taken> newest(Migration migration) {
		return this.snapshots.newest(migration.id(), app(migration));
	}

	/** What the newest look found otherwise than the one before. */
	public List<SourceChange> changes(Migration migration, Taken newest) {
		return this.snapshots.before(migration.id(), newest)
			.map((before) -> SourceChange.between(before.snapshot(), newest.snapshot()))
			.orElse(List.of());
	}

	/**
	 * The newest look, or a first one; empty if the app cannot be seen. The practice
	 * world costs no request, so a glance at it does until something rests on a look.
	 */
	public Optional<SourceSnapshot> known(Migration migration, Member member) {
		Optional<SourceSnapshot> newest = newest(migration).map(Taken::snapshot);
		if (newest.filter(SourceSnapshot::knowsConfig).isPresent()) {
			return newest;
		}
		return migration.practice() ? this.inspector.glance(this.connections.of(migration.id()), app(migration))
				: look(migration, member);
	}

	/** Makes sure that there is a look; says whether it had to be taken. */
	public boolean first(Migration migration, Member member) {
		return newest(migration).isEmpty() && look(migration, member).isPresent();
	}

	/** Looks now; empty if the app cannot be seen. */
	public Optional<SourceSnapshot> look(Migration migration, Member member) {
		Connection connection = this.connections.of(migration.id());
		Optional<Taken> before = newest(migration);
		Optional<SourceSnapshot> found = this.discovery.look(connection, app(migration))
			.map((snapshot) -> keepingJobs(migration, snapshot));
		found.ifPresent((snapshot) -> {
			this.snapshots.keep(migration.id(), snapshot, member.userId());
			this.journal.write(JournalKind.NOTE, Subject.migration(migration.teamId(), migration.id()), member.name(),
					"Looked at the app " + snapshot.app().name()
							+ before.map((taken) -> ": " + count(SourceChange.between(taken.snapshot(), snapshot)))
								.orElse(""));
		});
		return found;
	}

	/** Keeps the jobs of the Scheduler that a person typed. */
	public void typed(Migration migration, List<SourceServices.Job> jobs, Member member) {
		member.require(Role.OPERATOR);
		Taken newest = newest(migration).orElseThrow(() -> new NotNow("Look at the app first."));
		SourceSnapshot snapshot = newest.snapshot();
		this.snapshots.amend(migration.id(), newest, snapshot.with(snapshot.services().typed(jobs)));
		this.journal.write(JournalKind.NOTE, Subject.migration(migration.teamId(), migration.id()), member.name(),
				"Typed " + jobs.size() + " jobs of the Scheduler");
	}

	/** Jobs that somebody typed stay, also if that was during the look. */
	private SourceSnapshot keepingJobs(Migration migration, SourceSnapshot found) {
		return newest(migration).map(Taken::snapshot)
			.map((before) -> found.with(found.services().after(before.services())))
			.orElse(found);
	}

	/**
	 * Looks again if the last look is old, and says what changed since, or nothing.
	 */
	public String news(Migration migration, Member member) {
		List<SourceChange> changes = changedSince(migration, member);
		return changes.isEmpty() ? "" : say(changes);
	}

	private List<SourceChange> changedSince(Migration migration, Member member) {
		Optional<Taken> before = newest(migration);
		if (before.isEmpty() || before.get().at().plus(FRESH).isAfter(this.clock.instant())) {
			return List.of();
		}
		return look(migration, member).map((now) -> SourceChange.between(before.get().snapshot(), now))
			.orElseGet(() -> List.of(new SourceChange("App", "The connection cannot see the app any more.")));
	}

	/** Changes in one sentence, for a page that stops because of them. */
	private static String say(List<SourceChange> changes) {
		String some = changes.stream().limit(3).map(SourceChange::text).reduce("", (one, other) -> one + " " + other);
		return "The app changed since it was last looked at (" + count(changes) + ")." + some
				+ ((changes.size() > 3) ? " The page What was found has the rest." : "");
	}

	private static String count(List<SourceChange> changes) {
		return switch (changes.size()) {
			case 0 -> "nothing changed";
			case 1 -> "one change";
			default -> changes.size() + " changes";
		};
	}

}

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

	private final SourceSnapshots snapshots;

	private final Journal journal;

	private final Clock clock;

	SourceLooks(Connections connections, SourceDiscovery discovery, SourceSnapshots snapshots, Journal journal,
			Clock clock) {
		this.connections = connections;
		this.discovery = discovery;
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

	/** The newest look, or a first one; empty if the app cannot be seen. */
	public Optional<SourceSnapshot> known(Migration migration, Member member) {
		Optional<Taken> newest = newest(migration);
		return newest.isPresent() ? newest.map(Taken::snapshot) : look(migration, member);
	}

	/** Looks now; empty if the app cannot be seen. */
	public Optional<SourceSnapshot> look(Migration migration, Member member) {
		Connection connection = this.connections.of(migration.id());
		Optional<Taken> before = newest(migration);
		Optional<SourceSnapshot> found = this.discovery.look(connection, app(migration))
			.map((snapshot) -> before.map((taken) -> keepingJobs(snapshot, taken.snapshot())).orElse(snapshot));
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
		SourceSnapshot newest = newest(migration).orElseThrow(() -> new NotNow("Look at the app first.")).snapshot();
		SourceServices services = newest.services();
		this.snapshots.keep(migration.id(),
				newest.with(new SourceServices(services.addOns(), services.attachments(), false, jobs)),
				member.userId());
		this.journal.write(JournalKind.NOTE, Subject.migration(migration.teamId(), migration.id()), member.name(),
				"Typed " + jobs.size() + " jobs of the Scheduler");
	}

	/** Where Heroku does not tell the jobs, those that somebody typed stay. */
	private static SourceSnapshot keepingJobs(SourceSnapshot found, SourceSnapshot before) {
		SourceServices services = found.services();
		return services.jobsRead() ? found : found
			.with(new SourceServices(services.addOns(), services.attachments(), false, before.services().jobs()));
	}

	/**
	 * Looks again if the last look is old, and says what changed since, or nothing. A
	 * practice world that nobody looked at has nothing to compare with.
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

package io.shiplift.check.result;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.check.Check;
import io.shiplift.check.result.CheckEvidence.Seen;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.migration.Migration;
import io.shiplift.migration.SourceLooks;
import io.shiplift.security.NotFound;

import org.springframework.stereotype.Component;

/**
 * Judges checks of a migration, one or all, and says how they stand.
 */
@Component
public class Rounds {

	private final Catalogue catalogue;

	private final CheckEvidence evidence;

	private final CheckResults results;

	private final CheckOverrides overrides;

	private final Journal journal;

	private final Clock clock;

	Rounds(Catalogue catalogue, CheckEvidence evidence, CheckResults results, CheckOverrides overrides, Journal journal,
			Clock clock) {
		this.catalogue = catalogue;
		this.evidence = evidence;
		this.results = results;
		this.overrides = overrides;
		this.journal = journal;
		this.clock = clock;
	}

	/** How each check stands by what was judged last. */
	public List<CheckRow> rows(Migration migration) {
		Map<String, CheckResult> last = this.results.of(migration.id(), SourceLooks.app(migration));
		List<CheckOverride> given = this.overrides.of(migration.id());
		Instant now = this.clock.instant();
		return this.catalogue.all()
			.stream()
			.map(Check::sheet)
			.map((sheet) -> CheckRow.of(sheet, last.get(sheet.key()), given, now))
			.toList();
	}

	/** How one check stands. */
	public CheckRow row(Migration migration, String key) {
		return rows(migration).stream()
			.filter((row) -> row.key().equals(key))
			.findFirst()
			.orElseThrow(() -> new NotFound("check " + key));
	}

	public Tally tally(Migration migration) {
		return Tally.of(rows(migration));
	}

	/** Judges all checks; without an app there is nothing to judge. */
	public boolean all(Migration migration, String actor) {
		return judge(migration, this.catalogue.all(), actor, "All readiness checks");
	}

	/** Judges one check. */
	public boolean one(Migration migration, String key, String actor) {
		Check check = this.catalogue.find(key).orElseThrow(() -> new NotFound("check " + key));
		return judge(migration, List.of(check), actor, "Check “" + check.sheet().title() + "”");
	}

	private boolean judge(Migration migration, List<Check> checks, String actor, String what) {
		Optional<Seen> found = this.evidence.of(migration);
		found.ifPresent((seen) -> {
			this.results.keep(migration.id(), seen.context().app().name(), checks.stream().map(seen::result).toList());
			this.journal.write(JournalKind.CHECK, Subject.migration(migration.teamId(), migration.id()), actor,
					what + " judged: " + tally(migration).words());
		});
		return found.isPresent();
	}

}

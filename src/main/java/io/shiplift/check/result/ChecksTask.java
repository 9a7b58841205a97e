package io.shiplift.check.result;

import io.shiplift.migration.HubTask;
import io.shiplift.migration.Migration;

import org.springframework.stereotype.Component;

/**
 * The readiness checks as a task on the migration's page.
 */
@Component
class ChecksTask implements HubTask {

	private static final String TITLE = "Look at the readiness checks";

	private static final String NOTE = "What may go wrong, with its cause and what to do. What stops the plan must be"
			+ " mended or accepted first.";

	private final Rounds rounds;

	ChecksTask(Rounds rounds) {
		this.rounds = rounds;
	}

	@Override
	public Card card(Migration migration) {
		Tally tally = this.rounds.tally(migration);
		boolean begun = tally.unknown() < tally.all();
		String word = begun ? tally.words() : "not started";
		return new Card(TITLE, NOTE, begun ? status(tally) : "WAITING",
				(tally.stale() > 0) ? word + "; " + tally.stale() + " too old" : word,
				"/migrations/" + migration.id() + "/checks", begun ? "See the checks" : "Start the checks");
	}

	private static String status(Tally tally) {
		if (tally.blockers() > 0) {
			return Standing.BLOCKER.status();
		}
		if (tally.warnings() + tally.stale() > 0) {
			return Standing.WARNING.status();
		}
		return (tally.unknown() > 0) ? Standing.UNKNOWN.status() : "DONE";
	}

}

package io.shiplift.steps.verify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.data.BackupMove;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseComparison;
import io.shiplift.data.MoveState;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.mover.Comparison;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Destinations;
import io.shiplift.steps.ProofScope;
import io.shiplift.steps.SourceDatabases;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Compares the copy with its source, table by table and value by value. Nothing goes on
 * while they differ, and nobody can wave it through.
 */
@Component
class VerifyStep implements Step {

	private static final int NAMED = 5;

	/** Rows that a sentence quotes. */
	private static final int ROWS = 3;

	private static final Duration POLL = Duration.ofSeconds(1);

	private final SourceDatabases sources;

	private final Destinations destinations;

	private final DatabaseComparison comparison;

	private final BackupMove backups;

	private final JsonMapper json;

	VerifyStep(SourceDatabases sources, Destinations destinations, DatabaseComparison comparison, BackupMove backups,
			JsonMapper json) {
		this.backups = backups;
		this.sources = sources;
		this.destinations = destinations;
		this.comparison = comparison;
		this.json = json;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("verify", "Proof that nothing was lost",
					"Compares every table, row and sequence with the source. A difference stops the cutover.",
					DataVerified.class)
			.needs(DataCopied.class)
			.forward(RunKind.REHEARSAL, RunKind.CUTOVER);
	}

	@Override
	public StepResult advance(StepContext context) {
		String token = token(context, context.attempt());
		Optional<MoveState> state = this.comparison.state(token);
		if (state.isEmpty()) {
			return start(context, token);
		}
		MoveState comparing = state.get();
		return switch (comparing.status()) {
			case RUNNING -> StepResult.underway(POLL, comparing.message(), comparing.percent());
			case DONE -> conclude(context, this.comparison.result(token));
			case DIED -> StepResult.retry(comparing.message());
			case FAILED -> StepResult.failed(comparing.message() + " Retry compares once more.");
		};
	}

	/**
	 * A rehearsal is compared with the moment of its copy, as the source goes on living.
	 */
	private StepResult start(StepContext context, String token) {
		for (int attempt = 1; attempt < context.attempt(); attempt++) {
			this.comparison.stop(token(context, attempt));
		}
		DataCopied copied = context.fact(DataCopied.class);
		if (onlyTheFile(context)) {
			this.backups.check(token, this.backups.restored(copied.job()),
					this.destinations.of(context, copied.destination()));
			return StepResult.underway(POLL, "Comparing every table with the backup", 0);
		}
		DatabaseAddress source = this.sources.address(context.connection(), context.plan());
		DatabaseAddress target = this.destinations.of(context, copied.destination());
		if (context.kind() == RunKind.REHEARSAL) {
			this.comparison.startForCopy(token, copied.job(), source, target, ProofScope.of(context));
		}
		else {
			this.comparison.start(token, source, target, ProofScope.of(context));
		}
		return StepResult.underway(POLL, "Comparing every table with the source", 0);
	}

	/** Where the source has gone on, or is gone, only the file says what it was. */
	private static boolean onlyTheFile(StepContext context) {
		return SourceDatabases.file(context.plan()) || context.kind() == RunKind.REHEARSAL
				&& context.plan().database().method() == SourceDatabase.Method.BACKUP;
	}

	private StepResult conclude(StepContext context, Comparison result) {
		context.keep(this.json.writeValueAsString(result));
		if (!result.equal()) {
			return StepResult
				.failed(sentence(result) + " Nothing was switched. Find the cause, then go back or retry.");
		}
		DataCopied copied = context.fact(DataCopied.class);
		return StepResult.done(new DataVerified(copied.destination().database(), result.tables().size(), result.rows(),
				result.sequences().size(), result.millis()));
	}

	private static String token(StepContext context, int attempt) {
		return context.name("verify") + "-" + context.runId() + "-" + attempt;
	}

	private static String sentence(Comparison result) {
		int more = result.differences().size() - NAMED;
		String named = result.differences().stream().limit(NAMED).collect(Collectors.joining(" "));
		return "The copy differs from its source: " + named + ((more > 0) ? " And " + more + " more." : "")
				+ rows(result.remarks());
	}

	/** The first rows that differ, by table, key and column. */
	private static String rows(List<String> remarks) {
		int more = remarks.size() - ROWS;
		String quoted = remarks.stream().limit(ROWS).map((row) -> " " + row).collect(Collectors.joining());
		return (more > 0) ? quoted.replaceFirst("\\.$", ", and " + more + " more, see the report.") : quoted;
	}

}

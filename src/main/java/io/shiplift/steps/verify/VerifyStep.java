package io.shiplift.steps.verify;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseComparison;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.mover.Comparison;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Destinations;
import io.shiplift.steps.SourceDatabases;

import org.springframework.stereotype.Component;

/**
 * Compares the copy with its source, table by table and value by value. Nothing goes on
 * while they differ, and nobody can wave it through.
 */
@Component
class VerifyStep implements Step {

	private static final int NAMED = 5;

	private static final Duration POLL = Duration.ofSeconds(2);

	private final SourceDatabases sources;

	private final Destinations destinations;

	private final DatabaseComparison comparison;

	VerifyStep(SourceDatabases sources, Destinations destinations, DatabaseComparison comparison) {
		this.sources = sources;
		this.destinations = destinations;
		this.comparison = comparison;
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
		DataCopied copied = context.fact(DataCopied.class);
		DatabaseAddress target = this.destinations.of(context, copied.destination());
		Optional<Comparison> outcome = (context.kind() == RunKind.REHEARSAL)
				? this.comparison.comeBackForCopy(copied.job(), target) : this.comparison.comeBackFor(copied.job(),
						this.sources.address(context.connection(), context.plan()), target);
		if (outcome.isEmpty()) {
			return StepResult.underway(POLL, "Comparing every table with the source");
		}
		Comparison result = outcome.get();
		if (!result.equal()) {
			return StepResult
				.failed(sentence(result) + " Nothing was switched. Find the cause, then go back or retry.");
		}
		return StepResult.done(new DataVerified(copied.destination().database(), result.tables().size(), result.rows(),
				result.sequences(), result.millis()));
	}

	private static String sentence(Comparison result) {
		int more = result.differences().size() - NAMED;
		String named = result.differences().stream().limit(NAMED).collect(Collectors.joining(" "));
		return "The copy differs from its source: " + named + ((more > 0) ? " And " + more + " more." : "");
	}

}

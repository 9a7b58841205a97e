package io.shiplift.steps.ahead;

import java.time.Duration;
import java.util.Optional;

import io.shiplift.data.DataMoveAhead;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseInspector;
import io.shiplift.data.MoveState;
import io.shiplift.fact.AheadCopied;
import io.shiplift.fact.Database;
import io.shiplift.fact.Destination;
import io.shiplift.fact.TtlLowered;
import io.shiplift.mover.CopiedAhead;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Destinations;
import io.shiplift.steps.FreshDatabases;
import io.shiplift.steps.SourceDatabases;
import io.shiplift.steps.TriggerRemoval;

import org.springframework.stereotype.Component;

/**
 * Copies the source while the app runs and catches up with what changes meanwhile, so
 * that little is left for the window.
 */
@Component
class AheadStep implements Step {

	private static final Duration POLL = Duration.ofSeconds(2);

	private final SourceDatabases sources;

	private final Destinations destinations;

	private final FreshDatabases databases;

	private final DatabaseInspector inspector;

	private final DataMoveAhead move;

	private final TriggerRemoval removal;

	private final KeepingUp keeping;

	AheadStep(SourceDatabases sources, Destinations destinations, FreshDatabases databases, DatabaseInspector inspector,
			DataMoveAhead move, TriggerRemoval removal, KeepingUp keeping) {
		this.sources = sources;
		this.destinations = destinations;
		this.databases = databases;
		this.inspector = inspector;
		this.move = move;
		this.removal = removal;
		this.keeping = keeping;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet.of("ahead", "Copy while the app runs",
				"Copies every row into a fresh database before the app is down; triggers note what changes meanwhile.",
				AheadCopied.class)
			.needs(TtlLowered.class, Database.class)
			.forward(RunKind.REHEARSAL, RunKind.CUTOVER)
			.backward(RunKind.RETURN, RunKind.TEARDOWN)
			.with(StepSheet.Trait.BY_HAND, StepSheet.Trait.TENDED);
	}

	@Override
	public boolean appliesTo(Plan plan) {
		return plan.database().method() == Plan.SourceDatabase.Method.AHEAD;
	}

	@Override
	public StepResult advance(StepContext context) {
		String token = TriggerRemoval.aheadJob(context, context.runId(), context.attempt());
		Optional<MoveState> state = this.move.state(token);
		if (state.isEmpty()) {
			return start(context, token);
		}
		MoveState move = state.get();
		return switch (move.status()) {
			case RUNNING -> StepResult.underway(POLL, move.message(), move.percent());
			case DONE -> done(context, token, move);
			case DIED -> StepResult.retry(move.message());
			case FAILED -> StepResult.failed(move.message() + " Retry starts anew in a fresh database.");
		};
	}

	@Override
	public String tend(StepContext context) {
		return (context.kind() == RunKind.CUTOVER)
				? context.find(AheadCopied.class).map((copied) -> this.keeping.tend(context, copied)).orElse("") : "";
	}

	/**
	 * The newest run that copied ahead may still be at it. Where the source is gone, a
	 * person can say so.
	 */
	@Override
	public StepResult undo(StepContext context) {
		long run = context.recall("started", Started.class).map(Started::run).orElse(context.runId());
		StepResult result = this.removal.remove(context, run);
		return (result instanceof StepResult.Done) ? StepResult.undone() : result;
	}

	private StepResult start(StepContext context, String token) {
		context.remember("started", Started.class, () -> new Started(context.runId()));
		this.databases.clearEarlier(context,
				(attempt) -> this.move.stop(TriggerRemoval.aheadJob(context, context.runId(), attempt)));
		DatabaseAddress source = this.sources.address(context.connection(), context.plan());
		DatabaseFacts facts = this.inspector.inspect(source);
		if (!facts.movable()) {
			String problems = String.join(" ", facts.problems());
			return facts.reachable() ? StepResult.failed(problems) : StepResult.retry(problems);
		}
		DataMoveAhead.Sides sides = new DataMoveAhead.Sides(source, this.databases.make(context, facts),
				this.destinations.master(context));
		context.act("Start the copy into " + sides.target().database(),
				() -> this.move.start(token, context.migrationId(), sides, DataMoveAhead.logBound(facts.bytes())));
		return StepResult.underway(POLL, "The copy has started", 0);
	}

	private StepResult done(StepContext context, String token, MoveState move) {
		CopiedAhead copied = this.move.copied(token);
		context.note(TriggerCost.of(copied, move.pace()));
		CopiedAhead.Overhead cost = copied.overhead();
		Destination destination = this.destinations.describe(context,
				this.destinations.owner(context, context.attempt()));
		// In a cutover people are waited for before the copy is finished.
		if (context.kind() == RunKind.CUTOVER) {
			this.keeping.begin(context, token, destination, copied.bytes());
		}
		return StepResult.done(new AheadCopied(token, destination, copied.bytes(), copied.tables(), cost.triggers(),
				cost.longestLockMillis(), cost.bareMicros(), cost.loggedMicros(), copied.rounds(), copied.waiting(),
				copied.whole()));
	}

	/** The run whose attempts may be at work. */
	record Started(long run) {

	}

}

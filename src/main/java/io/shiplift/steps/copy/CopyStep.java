package io.shiplift.steps.copy;

import java.time.Duration;
import java.util.Optional;

import io.shiplift.data.DataMove;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseInspector;
import io.shiplift.data.MoveState;
import io.shiplift.fact.AheadCopied;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Database;
import io.shiplift.fact.Destination;
import io.shiplift.fact.WritersGone;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Destinations;
import io.shiplift.steps.ProofScope;
import io.shiplift.steps.SourceDatabases;

import org.springframework.stereotype.Component;

/**
 * Copies the source into a database made for this attempt alone. The copy runs in a
 * process of its own and is found again by its token; an attempt that died never writes
 * into a later one.
 */
@Component
class CopyStep implements Step {

	private static final Duration POLL = Duration.ofSeconds(1);

	private final SourceDatabases sources;

	private final Destinations destinations;

	private final DatabaseInspector inspector;

	private final DataMove move;

	private final CopyTarget target;

	private final AheadFinish finish;

	private final BackupCopy backups;

	CopyStep(SourceDatabases sources, Destinations destinations, DatabaseInspector inspector, DataMove move,
			CopyTarget target, AheadFinish finish, BackupCopy backups) {
		this.backups = backups;
		this.target = target;
		this.finish = finish;
		this.sources = sources;
		this.destinations = destinations;
		this.inspector = inspector;
		this.move = move;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("copy", "Copy of the database",
					"Copies every row into a fresh database; a rehearsal uses a scratch one, the cutover the real one.",
					DataCopied.class)
			.needs(WritersGone.class, Database.class, AheadCopied.class)
			.forward(RunKind.REHEARSAL, RunKind.CUTOVER)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public StepResult advance(StepContext context) {
		if (BackupCopy.concerns(context)) {
			this.target.clearEarlier(context, (attempt) -> this.backups.stop(token(context, attempt)));
			return this.backups.advance(context, token(context, context.attempt()));
		}
		if (context.plan().database().method() == Plan.SourceDatabase.Method.AHEAD) {
			return this.finish.advance(context);
		}
		String token = token(context, context.attempt());
		Optional<MoveState> state = this.move.state(token);
		if (state.isEmpty()) {
			return start(context, token);
		}
		MoveState move = state.get();
		return switch (move.status()) {
			case RUNNING -> running(context, token, move);
			case DONE -> done(context, move);
			case DIED -> StepResult.retry(move.message());
			case FAILED -> StepResult.failed(move.message() + " Retry starts anew in a fresh database.");
		};
	}

	@Override
	public StepResult undo(StepContext context) {
		this.destinations.forgetAddresses(context, "app", "scratch");
		return StepResult.undone();
	}

	/**
	 * A copy that would end too late is ended at once, while the source can still serve.
	 */
	private StepResult running(StepContext context, String token, MoveState move) {
		CopyWatch watch = new CopyWatch(context);
		String tooSlow = watch.tooSlow(move);
		if (!tooSlow.isEmpty()) {
			context.act("End the copy, as it would take too long", () -> this.move.stop(token));
			return StepResult.failed(tooSlow);
		}
		return StepResult.underway(POLL, watch.note(move), watch.percent(move));
	}

	private StepResult start(StepContext context, String token) {
		if (this.target.begun(context)) {
			return this.target.pending(context).orElseGet(() -> copy(context, token));
		}
		this.target.clearEarlier(context, (attempt) -> this.move.stop(token(context, attempt)));
		DatabaseFacts facts = this.inspector.inspect(this.sources.address(context.connection(), context.plan()));
		if (!facts.movable()) {
			return facts.reachable() ? StepResult.failed(String.join(" ", facts.problems()))
					: StepResult.retry(String.join(" ", facts.problems()));
		}
		CopyWatch watch = new CopyWatch(context);
		String tooLate = watch.tooLate(watch.begin(facts));
		if (!tooLate.isEmpty()) {
			return StepResult.failed(tooLate);
		}
		return this.target.make(context, facts).orElseGet(() -> copy(context, token));
	}

	private StepResult copy(StepContext context, String token) {
		DatabaseAddress source = this.sources.address(context.connection(), context.plan());
		DatabaseAddress fresh = this.target.address(context);
		context.act("Start the copy into " + fresh.database(),
				() -> this.move.start(token, source, fresh, ProofScope.of(context)));
		return StepResult.underway(POLL, "The copy has started", 0);
	}

	private StepResult done(StepContext context, MoveState move) {
		Destination destination = this.destinations.describe(context,
				this.destinations.owner(context, context.attempt()));
		return StepResult.done(new DataCopied(token(context, context.attempt()), destination, move.bytes(),
				move.secondsByPhase(), new CopyWatch(context).measured(move)));
	}

	static String token(StepContext context, int attempt) {
		return context.name("copy") + "-" + context.runId() + "-" + attempt;
	}

}

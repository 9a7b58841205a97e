package io.shiplift.execution;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.shiplift.credentials.Connection;
import io.shiplift.credentials.Leave;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Kept;
import io.shiplift.journal.JournalKind;
import io.shiplift.migration.Facts;
import io.shiplift.migration.StepRuns;
import io.shiplift.migration.StepTask;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;

/**
 * The context of one picked step run.
 */
class RunnerContext implements StepContext {

	private final StepTask task;

	private final Connection connection;

	private final StepRuns stepRuns;

	private final Facts facts;

	private final Clock clock;

	RunnerContext(StepTask task, Connection connection, StepRuns stepRuns, Facts facts, Clock clock) {
		this.task = task;
		this.connection = connection;
		this.stepRuns = stepRuns;
		this.facts = facts;
		this.clock = clock;
	}

	@Override
	public String migrationId() {
		return this.task.migrationId();
	}

	@Override
	public long runId() {
		return this.task.runId();
	}

	@Override
	public RunKind kind() {
		return this.task.kind();
	}

	@Override
	public int attempt() {
		return this.task.attempt();
	}

	@Override
	public int generation() {
		return this.task.generation();
	}

	@Override
	public Plan plan() {
		return this.task.plan();
	}

	@Override
	public Connection connection() {
		return this.connection.permitting(leave());
	}

	/** Only an approved cutover and its way back may change anything at Heroku. */
	private Leave leave() {
		Plan.SourceDatabase database = plan().database();
		return switch (kind()) {
			case PREPARE, TEARDOWN -> Leave.LOOK;
			case REHEARSAL -> (database.kind() == Plan.SourceDatabase.Kind.HEROKU
					&& database.method() == Plan.SourceDatabase.Method.BACKUP) ? Leave.BACKUP : Leave.LOOK;
			case CUTOVER -> decision().isPresent() ? Leave.CHANGE : Leave.LOOK;
			case RETURN -> Leave.CHANGE;
		};
	}

	@Override
	public <F extends Fact> F fact(Class<F> type) {
		return find(type).orElseThrow(() -> new IllegalStateException(
				"The fact " + type.getSimpleName() + " is missing; the step that yields it was skipped or undone."));
	}

	@Override
	public <F extends Fact> Optional<F> find(Class<F> type) {
		return this.facts.find(this.task.migrationId(), this.task.runId(), type);
	}

	@Override
	public <F extends Fact> List<Kept<F>> kept(Class<F> type) {
		return this.facts.kept(this.task.migrationId(), type);
	}

	@Override
	public Optional<Decision> decision() {
		return Optional.ofNullable(this.task.decision());
	}

	@Override
	public <T> T act(String intent, Supplier<T> call) {
		if (!this.stepRuns.mayAct(this.task, intent)) {
			throw new Replaced();
		}
		try {
			T answer = call.get();
			this.stepRuns.write(this.task, JournalKind.RESULT, intent + ": accepted");
			return answer;
		}
		catch (OutsideProblem ex) {
			this.stepRuns.write(this.task, JournalKind.RESULT, intent + ": " + ex.getMessage());
			throw ex;
		}
	}

	@Override
	public <T> T remember(String name, Class<T> type, Supplier<T> look) {
		return this.stepRuns.remember(this.task, name, type, look);
	}

	@Override
	public <T> Optional<T> recall(String name, Class<T> type) {
		return this.stepRuns.recall(this.task, name, type);
	}

	@Override
	public <T> void renew(String name, T value) {
		this.stepRuns.renew(this.task, name, value);
	}

	@Override
	public void note(String text) {
		this.stepRuns.write(this.task, JournalKind.NOTE, text);
	}

	@Override
	public String keep(String report) {
		return this.stepRuns.keep(this.task, report);
	}

	@Override
	public Clock clock() {
		return this.clock;
	}

	/** Another runner has taken over; this one stops without a word. */
	static final class Replaced extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Replaced() {
			super("Another runner has taken over", null, false, false);
		}

	}

}

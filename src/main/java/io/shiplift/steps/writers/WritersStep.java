package io.shiplift.steps.writers;

import java.time.Duration;
import java.util.List;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseServer;
import io.shiplift.data.MysqlServer;
import io.shiplift.fact.WorkersStopped;
import io.shiplift.fact.WritersGone;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.SourceDatabases;

import org.springframework.stereotype.Component;

/**
 * Makes the source database read-only, ends its sessions, and sees both to be so.
 */
@Component
class WritersStep implements Step {

	private final SourceDatabases sources;

	WritersStep(SourceDatabases sources) {
		this.sources = sources;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("writers", "No writers left",
					"The source database refuses writes and has no sessions, so what is copied is all there will be.",
					WritersGone.class)
			.needs(WorkersStopped.class)
			.forward(RunKind.CUTOVER)
			.backward(RunKind.RETURN);
	}

	@Override
	public StepResult advance(StepContext context) {
		if (SourceDatabases.file(context.plan())) {
			return StepResult.done(new WritersGone("the backup file", 0));
		}
		DatabaseAddress address = this.sources.address(context.connection(), context.plan());
		if (address.foreign()) {
			return quiet(context, address);
		}
		DatabaseServer server = DatabaseServer.at(address);
		if (!server.frozen(address.database())) {
			context.act("Make " + address.database() + " read-only", () -> server.freeze(address.database()));
		}
		List<DatabaseServer.Session> sessions = server.sessions(address.database());
		if (!sessions.isEmpty()) {
			context.act("End " + sessions.size() + " sessions on " + address.database(),
					() -> server.endSessions(address.database()));
			return StepResult.underway(Duration.ofSeconds(1), sessions.size() + " sessions were still open");
		}
		return server.frozen(address.database()) ? StepResult.done(new WritersGone(address.database(), sessions.size()))
				: StepResult.retry("The source database still accepts writes.");
	}

	/**
	 * Only an administrator can make a database of MySQL read-only, so it is seen that
	 * nobody uses it. A write after that shows in the comparison.
	 */
	private static StepResult quiet(StepContext context, DatabaseAddress address) {
		MysqlServer server = MysqlServer.at(address);
		int sessions = server.sessions();
		if (sessions == 0) {
			return StepResult.done(new WritersGone(address.database(), 0));
		}
		context.act("End " + sessions + " sessions on " + address.database(), server::endSessions);
		return StepResult.underway(Duration.ofSeconds(1), sessions + " sessions were still open");
	}

	@Override
	public StepResult undo(StepContext context) {
		if (SourceDatabases.file(context.plan())) {
			return StepResult.undone();
		}
		DatabaseAddress address = this.sources.address(context.connection(), context.plan());
		if (address.foreign()) {
			return StepResult.undone();
		}
		DatabaseServer server = DatabaseServer.at(address);
		if (server.frozen(address.database())) {
			context.act("Let " + address.database() + " accept writes again",
					() -> server.unfreeze(address.database()));
		}
		return StepResult.undone();
	}

}

package io.shiplift.steps.migrations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.Destination;
import io.shiplift.fact.Environment;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Runs the application's own migrations against the copy, once.
 */
@Component
class MigrationsStep implements Step {

	private static final List<String> COMMAND = List.of("python", "manage.py", "migrate", "--noinput");

	private final AwsAccounts accounts;

	MigrationsStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet.of("migrations", "App's own migrations",
				"Runs the release command of the app against the copy, as every deployment does.", SchemaMigrated.class)
			.needs(DataVerified.class, Environment.class)
			.forward(RunKind.REHEARSAL, RunKind.CUTOVER);
	}

	@Override
	public StepResult advance(StepContext context) {
		Aws.Commands commands = this.accounts.open(context.connection(), context.plan().region()).commands();
		String token = context.token("migrate-" + context.attempt());
		Optional<Aws.Commands.CommandState> state = commands.find(token);
		if (state.isEmpty()) {
			context.remember("started-" + context.attempt(), Started.class,
					() -> new Started(context.clock().millis()));
			List<String> command = command(context);
			context.act("Run " + String.join(" ", COMMAND),
					() -> commands.start(context.fact(Environment.class).name(), command, token));
			return StepResult.underway(Duration.ofSeconds(1), "The command has been started");
		}
		if (state.get().running()) {
			return StepResult.underway(Duration.ofSeconds(1), state.get().lastLine());
		}
		if (state.get().exitCode() != 0) {
			return StepResult.failed("The app's migrations ended with code " + state.get().exitCode() + ": "
					+ state.get().lastLine() + " Correct the cause, then retry.");
		}
		long started = context.recall("started-" + context.attempt(), Started.class).map(Started::millis).orElse(0L);
		return StepResult.done(new SchemaMigrated(destination(context).database(), String.join(" ", COMMAND),
				context.clock().millis() - started));
	}

	/** The command gets the copy's address by reference, never the address itself. */
	private static List<String> command(StepContext context) {
		List<String> command = new ArrayList<>(List.of("env", "DATABASE_URL_SECRET=" + destination(context).secret()));
		command.addAll(COMMAND);
		return command;
	}

	private static Destination destination(StepContext context) {
		return context.fact(DataCopied.class).destination();
	}

	/** When the command was started, in epoch milliseconds. */
	record Started(long millis) {

	}

}

package io.shiplift.steps.migrations;

import java.time.Duration;
import java.util.Optional;

import io.shiplift.aws.Aws;
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
import io.shiplift.steps.AppMigrations;

import org.springframework.stereotype.Component;

/**
 * Runs the application's own migrations against the copy, once.
 */
@Component
class MigrationsStep implements Step {

	private final AppMigrations migrations;

	MigrationsStep(AppMigrations migrations) {
		this.migrations = migrations;
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
		String token = context.token("migrate-" + context.attempt());
		Optional<Aws.Commands.CommandState> state = this.migrations.find(context, token);
		if (state.isEmpty()) {
			context.remember("started-" + context.attempt(), Started.class,
					() -> new Started(context.clock().millis()));
			this.migrations.start(context, destination(context), token);
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
		return StepResult.done(new SchemaMigrated(destination(context).database(), AppMigrations.words(),
				context.clock().millis() - started));
	}

	private static Destination destination(StepContext context) {
		return context.fact(DataCopied.class).destination();
	}

	/** When the command was started, in epoch milliseconds. */
	record Started(long millis) {

	}

}

package io.shiplift.steps.copy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;

import io.shiplift.aws.Aws;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.mover.Shape;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.steps.AppMigrations;
import io.shiplift.steps.Destinations;
import io.shiplift.steps.FreshDatabases;

import org.springframework.stereotype.Component;

/**
 * The fresh database of an attempt. Where the plan says so, the application's own
 * migrations make its tables before anything is copied into it.
 */
@Component
class CopyTarget {

	private static final Duration POLL = Duration.ofSeconds(1);

	private final FreshDatabases databases;

	private final Destinations destinations;

	private final AppMigrations migrations;

	CopyTarget(FreshDatabases databases, Destinations destinations, AppMigrations migrations) {
		this.databases = databases;
		this.destinations = destinations;
		this.migrations = migrations;
	}

	/** Earlier attempts are stopped first, by their number. */
	void clearEarlier(StepContext context, IntConsumer stop) {
		this.databases.clearEarlier(context, stop);
	}

	/** Whether migrations have been started in the database of this attempt. */
	boolean begun(StepContext context) {
		return context.plan().database().tables() == Shape.MIGRATED
				&& this.migrations.find(context, token(context)).isPresent();
	}

	/**
	 * Makes the database. If migrations are to make its tables, they are started and the
	 * answer is what to wait for.
	 */
	Optional<StepResult> make(StepContext context, DatabaseFacts facts) {
		DatabaseAddress fresh = this.databases.make(context, facts);
		if (context.plan().database().tables() != Shape.MIGRATED) {
			return Optional.empty();
		}
		this.migrations.start(context, this.destinations.describe(context, fresh), token(context));
		return Optional.of(StepResult.underway(POLL, "The app's own migrations make the tables", 0));
	}

	/** What to wait for or to correct; empty once migrations have made the tables. */
	Optional<StepResult> pending(StepContext context) {
		Aws.Commands.CommandState state = this.migrations.find(context, token(context)).orElseThrow();
		if (state.running()) {
			return Optional.of(StepResult.underway(POLL, state.lastLine(), 0));
		}
		return (state.exitCode() != 0) ? Optional.of(StepResult.failed("The app's migrations ended with code "
				+ state.exitCode() + ": " + state.lastLine() + " Correct the cause, then retry.")) : Optional.empty();
	}

	/** Its address, which is the same at every call. */
	DatabaseAddress address(StepContext context) {
		return this.destinations.owner(context, context.attempt());
	}

	private static String token(StepContext context) {
		return context.token("schema-" + context.attempt());
	}

}

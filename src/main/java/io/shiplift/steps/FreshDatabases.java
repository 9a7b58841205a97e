package io.shiplift.steps;

import java.util.function.IntConsumer;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseServer;
import io.shiplift.data.FreshDatabase;
import io.shiplift.step.StepContext;

import org.springframework.stereotype.Component;

/**
 * Makes a database for each attempt to copy, and removes those of earlier ones, so that
 * an attempt that died never writes into a later one.
 */
@Component
public class FreshDatabases {

	private final Destinations destinations;

	FreshDatabases(Destinations destinations) {
		this.destinations = destinations;
	}

	/** The address of this attempt's database, which is empty. */
	public DatabaseAddress make(StepContext context, DatabaseFacts facts) {
		DatabaseAddress owner = this.destinations.owner(context, context.attempt());
		DatabaseServer server = this.destinations.server(context);
		FreshDatabase fresh = context.act("Make database " + owner.database(),
				() -> server.createFresh(owner.database(), owner.user(), owner.password(), facts));
		fresh.remarks().forEach(context::note);
		return fresh.address();
	}

	/** Earlier attempts are stopped first, by their number. */
	public void clearEarlier(StepContext context, IntConsumer stop) {
		for (int attempt = 1; attempt < context.attempt(); attempt++) {
			stop.accept(attempt);
			String name = Destinations.prefix(context) + context.runId() + "_" + attempt;
			DatabaseServer server = this.destinations.server(context);
			if (server.exists(name)) {
				context.act("Drop database " + name + " of an earlier attempt",
						() -> server.drop(name, name, Destinations.prefix(context)));
			}
		}
	}

}

package io.shiplift.step;

import java.util.Map;
import java.util.Optional;

import io.shiplift.fact.Fact;
import io.shiplift.plan.Plan;

/**
 * What is known of a migration when a step says what it would make: the plan, and the
 * facts that stand so far.
 */
public interface Outlook {

	String migrationId();

	Plan plan();

	/** A fact that may not be there, for example of a step that does not apply. */
	<F extends Fact> Optional<F> find(Class<F> type);

	/** The prefix of everything this migration makes. */
	default String slug() {
		return "shiplift-" + migrationId();
	}

	/**
	 * A name outside that is the same at every attempt, such as
	 * {@code shiplift-k3f9-network}.
	 */
	default String name(String part) {
		return slug() + "-" + part;
	}

	/** The tags that everything created carries. */
	default Map<String, String> tags(String step, int generation) {
		return Map.of("shiplift:migration", migrationId(), "shiplift:step", step, "shiplift:generation",
				Integer.toString(generation));
	}

	/** What is known of a migration that has only a plan. */
	static Outlook of(Plan plan) {
		return new Outlook() {

			@Override
			public String migrationId() {
				return plan.migrationId();
			}

			@Override
			public Plan plan() {
				return plan;
			}

			@Override
			public <F extends Fact> Optional<F> find(Class<F> type) {
				return Optional.empty();
			}

		};
	}

}

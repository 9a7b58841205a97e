package io.shiplift.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.shiplift.fact.SourceDelivery;
import io.shiplift.fact.SourcePlatform;
import io.shiplift.fact.SourceServices;
import io.shiplift.plan.AddOnSort;

/**
 * What must be known before a check can judge. Without it, the answer is given here.
 */
public enum Need {

	/** Where on Heroku the app runs. */
	PLATFORM((context) -> unlooked(context.source().platform().equals(SourcePlatform.NONE), "its platform")),

	/** Releases, buildpacks and pipelines. */
	DELIVERY((context) -> unlooked(context.source().delivery().equals(SourceDelivery.NONE), "its releases")),

	/** Details and attachments of add-ons. */
	SERVICES((context) -> unlooked(context.source().services().equals(SourceServices.NONE), "details of its add-ons")),

	/** Host names and what DNS says of them. */
	NAMES((context) -> context.app().domains().isEmpty() ? Optional.of(Verdict.clear("The app has no domains."))
			: unlooked(context.source().traffic().hostNames().isEmpty(), "its domains")),

	/** A Heroku Postgres, seen from outside. */
	DATABASE(Need::database),

	/** The same, measured by query. */
	FIGURES((context) -> database(context).or(() -> figures(context))),

	/** A scan of the repository. */
	REPOSITORY(Need::repository),

	/** A scan that found Django. */
	DJANGO((context) -> repository(context)
		.or(() -> context.scan().django() ? Optional.empty() : Optional.of(Verdict.clear("The code has no Django."))));

	private final Function<CheckContext, Optional<Verdict>> missing;

	Need(Function<CheckContext, Optional<Verdict>> missing) {
		this.missing = missing;
	}

	/** The answer if this is not known, or if there is no such thing. */
	public Optional<Verdict> missing(CheckContext context) {
		return this.missing.apply(context);
	}

	private static Optional<Verdict> unlooked(boolean missing, String what) {
		return missing
				? Optional.of(Verdict.unknown("Nobody has looked at " + what + " yet. Look at the Heroku app again."))
				: Optional.empty();
	}

	private static Optional<Verdict> database(CheckContext context) {
		if (!Set.of("", "heroku").contains(context.answers().value("source", "kind"))) {
			return Optional.of(Verdict.clear("The data does not come from the app's Heroku Postgres."));
		}
		if (context.addOns(AddOnSort.POSTGRES).isEmpty() && context.databases().isEmpty()) {
			return Optional.of(Verdict.clear("The app has no Heroku Postgres."));
		}
		return unlooked(context.databases().isEmpty(), "its database");
	}

	private static Optional<Verdict> figures(CheckContext context) {
		return context.figures().reachable() ? Optional.empty()
				: Optional.of(Verdict.unknown("The database could not be reached. "
						+ String.join(" ", context.figures().problems()) + " Look again when it answers."));
	}

	private static Optional<Verdict> repository(CheckContext context) {
		return (context.repository() != null) ? Optional.empty()
				: Optional.of(Verdict.unknown("Nobody has given us the code yet."));
	}

}

package io.shiplift.migration;

import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.migration.FreezeGuard.Objection;
import io.shiplift.security.Refused;

/**
 * A plan was not frozen because something stands in the way.
 */
public class FreezeRefused extends Refused {

	private static final long serialVersionUID = 1L;

	FreezeRefused(List<Objection> objections) {
		super("The plan was not frozen. " + objections.stream()
			.map((objection) -> objection.title() + ": " + objection.cause())
			.collect(Collectors.joining(" ")));
	}

}

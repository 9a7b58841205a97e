package io.shiplift.plan;

import java.util.List;

/**
 * The regions of AWS that a plan can name.
 */
public final class Regions {

	private Regions() {
	}

	public static List<Region> all() {
		return Prices.standard()
			.regions()
			.stream()
			.map((region) -> new Region(region.name(), region.name() + " (" + region.place() + ")"))
			.toList();
	}

	public static boolean known(String name) {
		return all().stream().anyMatch((region) -> region.value().equals(name));
	}

	/** A region to choose. */
	public record Region(String value, String title) {

	}

}

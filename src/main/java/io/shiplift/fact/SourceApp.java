package io.shiplift.fact;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the application on Heroku is made of, as seen at one moment. Values of config vars
 * are never part of it.
 */
public record SourceApp(String name, String region, String stack, List<Process> processes, List<ConfigVar> configVars,
		List<AddOn> addOns, List<String> domains) {

	/**
	 * A process type of the formation.
	 */
	public record Process(String type, String command, int quantity, String size) {

	}

	/**
	 * A config var by name; {@code addOn} names its owner if an add-on set it.
	 */
	public record ConfigVar(String name, boolean secret, @Nullable String addOn) {

	}

	/**
	 * An add-on with what Heroku bills for it, in US cents a month.
	 */
	public record AddOn(String name, String service, String plan, int centsPerMonth, List<String> configVars) {

	}

}

package io.shiplift.heroku.api;

import java.util.Set;

/**
 * Builds paths out of names, so that nothing in a name can lead elsewhere.
 */
final class Paths {

	private static final Set<String> UPWARDS = Set.of("", ".", "..");

	private Paths() {
	}

	static String app(String name) {
		return "/apps/" + segment(name);
	}

	/** One part of a path: a name, an id or a number. */
	static String segment(String name) {
		if (UPWARDS.contains(name) || !name.matches("[A-Za-z0-9._~-]{1,120}")) {
			throw new IllegalArgumentException("Not a name at Heroku");
		}
		return name;
	}

}

package io.shiplift.check.platform;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.shiplift.check.CheckContext;

/**
 * Buildpacks by one name each, whether they are given by name or by address.
 */
final class Buildpacks {

	/** Those for a language. */
	static final Set<String> LANGUAGES = Set.of("heroku/python", "heroku/nodejs", "heroku/ruby", "heroku/java",
			"heroku/jvm", "heroku/php", "heroku/go", "heroku/scala", "heroku/gradle", "heroku/clojure");

	/** Those that install system packages. */
	static final Set<String> APT = Set.of("heroku/apt", "heroku-community/apt", "heroku/deb-packages");

	/** Others that checks know what to say of, or that change nothing. */
	private static final Set<String> OTHERS = Set.of("heroku/procfile", "heroku/pgbouncer", "heroku/metrics");

	private Buildpacks() {
	}

	static Stream<String> of(CheckContext context) {
		return context.source().delivery().buildpacks().stream().map(Buildpacks::name);
	}

	static boolean known(String name) {
		return LANGUAGES.contains(name) || APT.contains(name) || OTHERS.contains(name);
	}

	private static String name(String buildpack) {
		return buildpack.toLowerCase(Locale.ROOT)
			.replaceFirst("#.*$", "")
			.replaceFirst("\\.git/?$", "")
			.replaceFirst("^(https?://|git@)github\\.com[/:]heroku/heroku-buildpack-", "heroku/")
			.replaceFirst("^urn:buildpack:", "");
	}

}

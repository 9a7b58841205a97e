package io.shiplift.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.fact.SourceConfig;
import io.shiplift.fact.SourceConfig.Part;
import io.shiplift.fact.SourceConfig.Value;
import io.shiplift.heroku.Heroku;

/**
 * Finds config vars that hold the address of an add-on under another name, or a part of
 * it: on AWS they would still lead to Heroku.
 */
final class ConfigRelations {

	private static final Pattern ADDRESS = Pattern
		.compile("([^:]+)://([^:@/]*)(?::([^@]*))?@([^:/?#]+)(?::\\d+)?(?:/([^?#]*))?.*");

	/** Shorter texts are the same by chance. */
	private static final int TELLING = 6;

	private ConfigRelations() {
	}

	static SourceConfig of(List<Heroku.ConfigVar> vars) {
		List<Address> addresses = vars.stream()
			.filter((configVar) -> configVar.addOn() != null)
			.flatMap((configVar) -> Address.of(configVar).stream())
			.toList();
		return new SourceConfig(vars.stream().map((configVar) -> value(configVar, addresses)).toList());
	}

	private static Value value(Heroku.ConfigVar configVar, List<Address> addresses) {
		int bytes = configVar.value().getBytes(StandardCharsets.UTF_8).length;
		if (configVar.addOn() == null) {
			for (Address address : addresses) {
				Part part = address.partIn(configVar);
				if (part != Part.NOTHING) {
					return new Value(configVar.name(), bytes, address.name(), part);
				}
			}
		}
		return new Value(configVar.name(), bytes, "", Part.NOTHING);
	}

	/** The address of an add-on, by the name of its config var. */
	private record Address(String name, String scheme, String user, String password, String host, String database) {

		static Optional<Address> of(Heroku.ConfigVar configVar) {
			Matcher matcher = ADDRESS.matcher(configVar.value());
			return matcher.matches() ? Optional.of(new Address(configVar.name(), matcher.group(1), matcher.group(2),
					text(matcher.group(3)), matcher.group(4), text(matcher.group(5)))) : Optional.empty();
		}

		Part partIn(Heroku.ConfigVar configVar) {
			String value = configVar.value();
			Optional<Address> other = of(configVar);
			if (other.isPresent() && same(other.get())) {
				return Part.WHOLE;
			}
			if (telling(this.host) && value.contains(this.host)) {
				return value.matches(Pattern.quote(this.host) + "(:\\d+)?") ? Part.HOST : Part.INSIDE;
			}
			if (telling(this.password) && value.equals(this.password)) {
				return Part.PASSWORD;
			}
			if (telling(this.user) && value.equals(this.user)) {
				return Part.USER;
			}
			return (telling(this.database) && value.equals(this.database)) ? Part.DATABASE : Part.NOTHING;
		}

		/** Redis counts as one whatever the number of the database is. */
		private boolean same(Address other) {
			return this.host.equals(other.host)
					&& (this.scheme.startsWith("redis") || this.database.equals(other.database));
		}

		private static boolean telling(String text) {
			return text.length() >= TELLING;
		}

		@SuppressWarnings("ConstantValue")
		private static String text(String group) {
			return (group != null) ? group : "";
		}

	}

}

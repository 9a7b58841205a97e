package io.shiplift.plan;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A PostgreSQL address as people paste it, taken apart by hand: passwords may hold marks
 * that a strict parser refuses.
 */
record DatabaseAddress(String host, int port, String database, String user, String password) {

	static final String EXAMPLE = "postgres://user:password@host:5432/name";

	/** Takes an address apart. */
	static DatabaseAddress parse(String text) {
		String rest = withoutScheme(text);
		int at = rest.lastIndexOf('@');
		if (at < 1) {
			throw new Unclear("Put the user before the host, like this: " + EXAMPLE + ".");
		}
		String place = rest.substring(at + 1).replaceFirst("[?#].*$", "");
		int slash = place.indexOf('/');
		if (slash < 0 || slash == place.length() - 1) {
			throw new Unclear("Add a slash and the name of the database at the end, like this: " + EXAMPLE + ".");
		}
		String login = rest.substring(0, at);
		int colon = login.indexOf(':');
		String user = (colon < 0) ? login : login.substring(0, colon);
		String password = (colon < 0) ? "" : login.substring(colon + 1);
		String hostAndPort = place.substring(0, slash);
		return new DatabaseAddress(host(hostAndPort), port(hostAndPort), decoded(place.substring(slash + 1)),
				decoded(user), decoded(password));
	}

	String withoutPassword() {
		return withoutPassword(Map.of("host", this.host, "port", Integer.toString(this.port), "database", this.database,
				"user", this.user));
	}

	static String withoutPassword(Map<String, String> stored) {
		String host = stored.getOrDefault("host", "");
		return "postgres://" + stored.get("user") + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":"
				+ stored.get("port") + "/" + stored.get("database");
	}

	private static String withoutScheme(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		for (String scheme : new String[] { "postgres://", "postgresql://" }) {
			if (lower.startsWith(scheme)) {
				return text.substring(scheme.length());
			}
		}
		throw new Unclear("Start the address with postgres://, like this: " + EXAMPLE + ".");
	}

	private static String host(String hostAndPort) {
		String host = hostAndPort.replaceFirst(":\\d*$", "").replaceFirst("\\.$", "");
		String bare = (host.startsWith("[") && host.endsWith("]")) ? host.substring(1, host.length() - 1) : host;
		if (!bare.matches("[A-Za-z0-9_.:-]{1,253}")) {
			throw new Unclear("Check the host: it is a name such as db.example.com, or an IP address.");
		}
		return bare.toLowerCase(Locale.ROOT);
	}

	private static int port(String hostAndPort) {
		String port = hostAndPort.replaceFirst("^.*?(:(\\d*))?$", "$2");
		if (port.isEmpty() || hostAndPort.endsWith("]")) {
			return 5432;
		}
		int number = (port.length() > 5) ? 0 : Integer.parseInt(port);
		if (number < 1 || number > 65535) {
			throw new Unclear("Check the port: it is a number from 1 to 65535.");
		}
		return number;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	@Override
	public String toString() {
		return withoutPassword();
	}

	/** An address that cannot be read; the message says what to type. */
	static class Unclear extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String advice;

		Unclear(String advice) {
			super(advice);
			this.advice = advice;
		}

		String advice() {
			return this.advice;
		}

	}

}

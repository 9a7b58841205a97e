package io.shiplift.data;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes an address apart by hand, as people paste passwords that no URI class accepts.
 */
final class DatabaseUrl {

	private static final String SHAPE = "An address looks like postgres://user:password@host:5432/database.";

	private static final String POSTGRES = "postgres://";

	private static final String MYSQL = "mysql://";

	/** What addresses start with, and what that means. */
	private static final Map<String, String> SCHEMES = Map.of(POSTGRES, POSTGRES, "postgresql://", POSTGRES, MYSQL,
			MYSQL, "mysql2://", MYSQL, "mariadb://", MYSQL);

	private static final Set<String> HARMLESS = Set.of("", "sslmode=require", "sslmode=prefer", "ssl=true");

	private DatabaseUrl() {
	}

	static DatabaseAddress parse(String typed) {
		String url = typed.strip();
		if (url.isEmpty()) {
			throw new InvalidAddress("Type the address of the database. " + SHAPE);
		}
		if (url.length() > 2000) {
			throw new InvalidAddress("The address is longer than 2,000 characters. " + SHAPE);
		}
		String scheme = scheme(url);
		DatabaseEngine engine = MYSQL.equals(SCHEMES.get(scheme)) ? DatabaseEngine.MYSQL : DatabaseEngine.POSTGRES;
		String rest = withoutQuery(engine, url.substring(scheme.length()));
		int at = rest.lastIndexOf('@');
		int slash = rest.indexOf('/', Math.max(at, 0));
		if (at < 1) {
			throw new InvalidAddress("User and password are missing before the @ sign. " + SHAPE);
		}
		if (slash < 0 || slash == rest.length() - 1) {
			throw new InvalidAddress("The name of the database is missing at the end. " + SHAPE);
		}
		String who = rest.substring(0, at);
		int colon = who.indexOf(':');
		if (colon < 1 || colon == who.length() - 1) {
			throw new InvalidAddress("User and password must be parted by a colon. " + SHAPE);
		}
		String where = rest.substring(at + 1, slash);
		return new DatabaseAddress(engine, host(where), port(engine, where), decode(rest.substring(slash + 1)),
				decode(who.substring(0, colon)), decode(who.substring(colon + 1)));
	}

	private static String scheme(String url) {
		String lower = url.toLowerCase(Locale.ROOT);
		for (String scheme : SCHEMES.keySet()) {
			if (lower.startsWith(scheme)) {
				return scheme;
			}
		}
		if (lower.startsWith("jdbc:")) {
			throw new InvalidAddress("Leave out jdbc: and put user and password before the host. " + SHAPE);
		}
		throw new InvalidAddress(
				"The address must start with postgres:// or postgresql://, or with mysql:// or mariadb://. " + SHAPE);
	}

	/** Add-ons with MySQL put options for other drivers behind it. */
	private static String withoutQuery(DatabaseEngine engine, String rest) {
		int mark = rest.indexOf('?', Math.max(rest.lastIndexOf('@'), 0));
		if (mark < 0) {
			return rest;
		}
		if (engine == DatabaseEngine.POSTGRES && !HARMLESS.contains(rest.substring(mark + 1))) {
			throw new InvalidAddress(
					"Leave out the question mark and what follows it; Shiplift sets the connection's options itself.");
		}
		return rest.substring(0, mark);
	}

	private static String host(String where) {
		if (where.startsWith("[")) {
			int end = where.indexOf(']');
			return (end < 0) ? where : where.substring(1, end);
		}
		int colon = where.indexOf(':');
		return (colon < 0) ? where : where.substring(0, colon);
	}

	private static int port(DatabaseEngine engine, String where) {
		int colon = where.indexOf(':', where.indexOf(']') + 1);
		if (colon < 0) {
			return engine.port();
		}
		try {
			return Integer.parseInt(where.substring(colon + 1));
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private static String decode(String part) {
		try {
			String decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
			if (decoded.indexOf('\uFFFD') < 0) {
				return decoded;
			}
		}
		catch (IllegalArgumentException ex) {
			// said below
		}
		throw new InvalidAddress(
				"A percent sign in the address is not followed by two hexadecimal digits of UTF-8 text; write a percent sign itself as %25.");
	}

}

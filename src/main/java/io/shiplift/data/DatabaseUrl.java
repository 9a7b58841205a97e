package io.shiplift.data;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Takes an address apart by hand, as people paste passwords that no URI class accepts.
 */
final class DatabaseUrl {

	private static final String SHAPE = "An address looks like postgres://user:password@host:5432/database.";

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
		String rest = withoutQuery(url.substring(schemeEnd(url)));
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
		return new DatabaseAddress(host(where), port(where), decode(rest.substring(slash + 1)),
				decode(who.substring(0, colon)), decode(who.substring(colon + 1)));
	}

	private static int schemeEnd(String url) {
		String lower = url.toLowerCase(Locale.ROOT);
		for (String scheme : new String[] { "postgres://", "postgresql://" }) {
			if (lower.startsWith(scheme)) {
				return scheme.length();
			}
		}
		if (lower.startsWith("jdbc:")) {
			throw new InvalidAddress("Leave out jdbc: and put user and password before the host. " + SHAPE);
		}
		if (lower.startsWith("mysql:") || lower.startsWith("mariadb:")) {
			throw new InvalidAddress("This is the address of another kind of database; Shiplift moves PostgreSQL.");
		}
		throw new InvalidAddress("The address must start with postgres:// or postgresql://. " + SHAPE);
	}

	private static String withoutQuery(String rest) {
		int mark = rest.indexOf('?', Math.max(rest.lastIndexOf('@'), 0));
		if (mark < 0) {
			return rest;
		}
		if (!HARMLESS.contains(rest.substring(mark + 1))) {
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

	private static int port(String where) {
		int colon = where.indexOf(':', where.indexOf(']') + 1);
		if (colon < 0) {
			return 5432;
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

package io.shiplift.data;

import java.sql.SQLException;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;

/**
 * Says what an error of the driver means and what to do about it.
 */
final class SqlProblems {

	private SqlProblems() {
	}

	static OutsideProblem of(String attempt, DatabaseAddress address, SQLException ex) {
		return new OutsideProblem(kind(state(ex)), attempt + " did not work out. " + say(address, ex), ex);
	}

	/** A sentence or two without any secret. */
	static String say(DatabaseAddress address, SQLException ex) {
		String server = address.host() + ":" + address.port();
		return switch (state(ex)) {
			case "08001", "08004", "08006" -> notReached(server, address, ex);
			case "28P01" -> "The server at " + server + " refused the password of user " + address.user()
					+ ". Check it; of a Heroku database copy the address again (heroku config:get DATABASE_URL), as Heroku"
					+ " changes passwords now and then.";
			case "28000" -> "The server at " + server + " does not let user " + address.user() + " in to database "
					+ address.database() + ": " + first(ex) + ". Check user and database, and that the server allows"
					+ " connections from this machine.";
			case "3D000" -> "The server at " + server + " has no database called " + address.database()
					+ ". Check the part of the address after the last slash.";
			case "53300" -> "The server at " + server + " has no connection left for user " + address.user()
					+ ". Stop workers or consoles that hold some, then try again.";
			case "57P03" -> "The server at " + server + " is starting up or shutting down. Try again in a minute.";
			default -> "PostgreSQL at " + server + " answered: " + first(ex) + ".";
		};
	}

	private static String notReached(String server, DatabaseAddress address, SQLException ex) {
		if (first(ex).contains("SSL")) {
			return "The server at " + server + " does not speak TLS, and a password is sent to other machines only over"
					+ " TLS. Switch TLS on at the server (ssl = on).";
		}
		return "No PostgreSQL server answered at " + server + " within 5 seconds. Check host"
				+ (address.isLocal() ? "" : " name") + " and port, that the server runs, and that a firewall lets this"
				+ " machine through.";
	}

	private static Kind kind(String state) {
		if (state.startsWith("28") || state.equals("3D000") || state.equals("42501")) {
			return Kind.NEEDS_PERSON;
		}
		if (state.equals("08006") || state.isEmpty()) {
			return Kind.UNKNOWN;
		}
		boolean passing = state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
				|| state.startsWith("40") || state.equals("55P03") || state.equals("55006");
		return passing ? Kind.TRANSIENT : Kind.REFUSED;
	}

	private static String state(SQLException ex) {
		String state = ex.getSQLState();
		return (state != null) ? state : "";
	}

	/** Only the first line, as the next ones may quote rows. */
	private static String first(SQLException ex) {
		String message = ex.getMessage();
		return (message != null) ? message.lines().findFirst().orElse("").replaceAll("[. ]+$", "") : "";
	}

}

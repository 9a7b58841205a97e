package io.shiplift.mover;

import java.sql.SQLException;

/**
 * Says what an error of the driver means and what to do about it, without any secret.
 */
public final class SqlSentences {

	private SqlSentences() {
	}

	/** A sentence or two. */
	public static String say(Side side, SQLException ex) {
		String server = side.server();
		return switch (state(ex)) {
			case "08001", "08004" -> notReached(side, ex);
			case "08006" -> broken(side, ex);
			case "28P01" -> "The server at " + server + " refused the password of user " + side.user()
					+ ". Check it; of a Heroku database copy the address again (heroku config:get DATABASE_URL), as Heroku"
					+ " changes passwords now and then.";
			case "28000" -> "The server at " + server + " does not let user " + side.user() + " in to database "
					+ side.database() + ": " + first(ex) + ". Check user and database, and that the server allows"
					+ " connections from this machine.";
			case "3D000" -> "The server at " + server + " has no database called " + side.database()
					+ ". Check the part of the address after the last slash.";
			case "53300" -> "The server at " + server + " has no connection left for user " + side.user()
					+ ". Stop workers or consoles that hold some, then try again.";
			case "53100" -> "The disk of the server at " + server + " is full. Give it more storage, then try again.";
			case "57014" -> "The server at " + server + " ended a query that took longer than it allows"
					+ " (statement_timeout). Lift that limit for user " + side.user() + ", then try again.";
			case "57P01" -> "The server at " + server + " ended the connection, as somebody stopped it or the session.";
			case "57P03" -> "The server at " + server + " is starting up or shutting down. Try again in a minute.";
			default -> "The server at " + server + " answered: " + first(ex) + ".";
		};
	}

	public static String state(SQLException ex) {
		String state = ex.getSQLState();
		return (state != null) ? state : "";
	}

	private static String broken(Side side, SQLException ex) {
		if (first(ex).contains("SSL") || first(ex).contains("connection attempt")) {
			return notReached(side, ex);
		}
		return "The connection to the server at " + side.server()
				+ " broke. Check that the server still runs, then try again.";
	}

	private static String notReached(Side side, SQLException ex) {
		if (first(ex).contains("SSL")) {
			return "The server at " + side.server() + " does not speak TLS, and a password is sent to other machines"
					+ " only over TLS. Switch TLS on at the server (ssl = on).";
		}
		return "No PostgreSQL server answered at " + side.server() + " within 5 seconds. Check host"
				+ (side.local() ? "" : " name") + " and port, that the server runs, and that a firewall lets this"
				+ " machine through.";
	}

	/** Only the first line, as the next ones may quote rows. */
	private static String first(SQLException ex) {
		String message = ex.getMessage();
		return (message != null) ? message.lines().findFirst().orElse("").replaceAll("[. ]+$", "") : "";
	}

}

package io.shiplift.mover;

import java.sql.SQLException;

/**
 * Says what an error of a MySQL or MariaDB server means and what to do about it, without
 * any secret.
 */
public final class MysqlSentences {

	private static final int NO_RIGHT_TO_DATABASE = 1044;

	private static final int REFUSED = 1045;

	private static final int NO_DATABASE = 1049;

	private static final int NO_RIGHT_TO_TABLE = 1142;

	private static final int NO_RIGHT_TO_COLUMN = 1143;

	private static final int TOO_MANY = 1040;

	private static final int TOO_MANY_OF_USER = 1203;

	private static final int TOO_MANY_IN_ACCOUNT = 1226;

	private MysqlSentences() {
	}

	/** A sentence or two. */
	public static String say(Side side, SQLException ex) {
		String server = side.server();
		return switch (ex.getErrorCode()) {
			case REFUSED -> "The server at " + server + " refused the password of user " + side.user()
					+ ". Check it; of an add-on copy the address again (heroku config), as passwords change now and then.";
			case NO_RIGHT_TO_DATABASE ->
				"User " + side.user() + " may not use database " + side.database() + " on the server at " + server
						+ ". Grant it: grant select, show view on the database to that user.";
			case NO_DATABASE -> "The server at " + server + " has no database called " + side.database()
					+ ". Check the part of the address after the last slash.";
			case NO_RIGHT_TO_TABLE, NO_RIGHT_TO_COLUMN ->
				"User " + side.user() + " may not read everything in database " + side.database()
						+ ": grant select on the whole database to that user.";
			case TOO_MANY, TOO_MANY_OF_USER, TOO_MANY_IN_ACCOUNT -> "The server at " + server
					+ " has no connection left for user " + side.user() + ". Stop workers or consoles, then try again.";
			default -> broken(side, ex);
		};
	}

	private static String broken(Side side, SQLException ex) {
		String said = first(ex);
		if (said.contains("SSL") || said.contains("TLS")) {
			return "The server at " + side.server() + " does not speak TLS, and a password is sent to other machines"
					+ " only over TLS. Switch TLS on at the server.";
		}
		if (said.startsWith("Socket fail to connect") || said.contains("Connection refused")
				|| said.contains("connect timed out")) {
			return "No MySQL or MariaDB server answered at " + side.server() + " within 5 seconds. Check host"
					+ (side.local() ? "" : " name") + " and port, that the server runs, and that a firewall lets this"
					+ " machine through.";
		}
		if (SqlSentences.state(ex).startsWith("08")) {
			return "The connection to the server at " + side.server()
					+ " broke. Check that the server still runs, then try again.";
		}
		return "The server at " + side.server() + " answered: " + said + ".";
	}

	/** Only the first line, without the number of the connection. */
	private static String first(SQLException ex) {
		String message = ex.getMessage();
		return (message != null)
				? message.lines().findFirst().orElse("").replaceFirst("^\\(conn=\\d+\\) ", "").replaceAll("[. ]+$", "")
				: "";
	}

}

package io.shiplift.mover;

import java.util.regex.Pattern;

/**
 * One of the two databases of a job, and who opens it. The mode of TLS is said in libpq's
 * words.
 */
public record Side(String host, int port, String database, String user, String password, String sslMode) {

	private static final Pattern LOCAL = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

	/** Whether it is on this very machine. */
	public boolean local() {
		return LOCAL.matcher(this.host).matches();
	}

	/** Host and port, for people. */
	public String server() {
		return this.host + ":" + this.port;
	}

	/** Without the password. */
	@Override
	public String toString() {
		return this.user + "@" + server() + "/" + this.database;
	}

}

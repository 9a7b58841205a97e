package io.shiplift.data;

/**
 * The kinds of database servers that data is moved from.
 */
public enum DatabaseEngine {

	/** The one that everything is moved to, too. */
	POSTGRES("postgres", 5432),

	/** MySQL or MariaDB, which is converted while it is copied. */
	MYSQL("mysql", 3306);

	private final String scheme;

	private final int port;

	DatabaseEngine(String scheme, int port) {
		this.scheme = scheme;
		this.port = port;
	}

	/** What addresses start with. */
	public String scheme() {
		return this.scheme;
	}

	/** The usual port. */
	public int port() {
		return this.port;
	}

	/** The engine with that scheme; without one it is PostgreSQL. */
	public static DatabaseEngine of(String scheme) {
		return MYSQL.scheme.equals(scheme) ? MYSQL : POSTGRES;
	}

}

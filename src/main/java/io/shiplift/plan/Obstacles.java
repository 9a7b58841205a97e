package io.shiplift.plan;

import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.plan.Plan.SourceDatabase.Method;

/**
 * Why a database cannot be moved in a certain way.
 */
public final class Obstacles {

	/** Of a plan for PostgreSQL, where a database of another kind was found. */
	public static final String MYSQL_BEHIND_HEROKU = "DATABASE_URL of the app leads to a database of MySQL or MariaDB."
			+ " Answer the question which database moves anew: choose another database there and type that address.";

	private Obstacles() {
	}

	/** Why no database of that kind can be moved like this, or an empty text. */
	static String of(MoveMethod method, DatabaseEngine engine) {
		if (engine == DatabaseEngine.POSTGRES || method.method() == Method.WINDOW) {
			return "";
		}
		return (method.method() == Method.AHEAD)
				? "Its changes would be noted by triggers of PostgreSQL. A database of MySQL or MariaDB is converted while"
						+ " the app is down."
				: "Heroku makes such backups of its own PostgreSQL only. A database of MySQL or MariaDB is converted while"
						+ " the app is down.";
	}

	/** A sentence or two with what to do, or an empty text. */
	public static String of(MoveMethod method, DatabaseFacts database) {
		if (database.foreign() && method.method() != Method.WINDOW) {
			return of(method, database.engine());
		}
		if (method.method() == Method.AHEAD && !database.limits().maySchema()) {
			return "The role may not make a schema for the changes. Let the database's owner grant it: grant create on"
					+ " database ... to ...";
		}
		if (method.method() == Method.AHEAD && !database.limits().mayTrigger()) {
			return "The role may not put triggers on every table, which note what changes. Use the address of the"
					+ " database's owner.";
		}
		return method.obstacle(database);
	}

}

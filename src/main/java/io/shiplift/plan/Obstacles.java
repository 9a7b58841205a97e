package io.shiplift.plan;

import io.shiplift.data.DatabaseFacts;
import io.shiplift.plan.Plan.SourceDatabase.Method;

/**
 * Why a database cannot be moved in a certain way.
 */
public final class Obstacles {

	private Obstacles() {
	}

	/** A sentence or two with what to do, or an empty text. */
	public static String of(MoveMethod method, DatabaseFacts database) {
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

package io.shiplift.migration;

import java.util.List;

import io.shiplift.plan.Plan;

/**
 * May keep a plan from being frozen. Guards are found by type, and no plan is frozen
 * without asking them.
 */
public interface FreezeGuard {

	/** Looks again at what may have changed; called before a person freezes. */
	void lookAgain(Migration migration);

	/** What stands in the way of freezing this plan now. */
	List<Objection> objections(Migration migration, Plan plan);

	/** Why not, and the page on which something can be done about it. */
	record Objection(String title, String cause, String path) {

	}

}

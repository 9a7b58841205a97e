package io.shiplift.migration;

/**
 * Work on a migration that another module brings to the migration's page, between the
 * questions and the plan. Tasks are found by type.
 */
public interface HubTask {

	/** Whether there is such work for this migration at all. */
	default boolean concerns(Migration migration) {
		return true;
	}

	/** How it stands for this migration. */
	Card card(Migration migration);

	/**
	 * What the page shows: the status as a name for the badge and in a word, and where to
	 * work on it.
	 */
	record Card(String title, String note, String status, String word, String path, String action) {

	}

}

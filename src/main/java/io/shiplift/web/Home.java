package io.shiplift.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the home page shows: first what waits for this person, then what is running, then
 * everything the team has.
 */
record Home(List<Need> needs, List<Running> running, List<Row> migrations) {

	/** A sentence for the status region: changes only. */
	public String announcement() {
		return this.needs.isEmpty() ? "Nothing needs you." : this.needs.size() + " need you.";
	}

	/**
	 * Something that stands still until the person acts.
	 */
	record Need(String title, String text, String href, String action, Instant since) {
	}

	/**
	 * A run that is under way.
	 */
	record Running(String href, String name, String kind, String status, String word, @Nullable String now, int done,
			int all, Instant since) {

		public int percent() {
			return (this.all > 0) ? this.done * 100 / this.all : 0;
		}

	}

	/**
	 * A migration of the team.
	 */
	record Row(String href, String name, String target, String plan, Instant changed) {
	}

}

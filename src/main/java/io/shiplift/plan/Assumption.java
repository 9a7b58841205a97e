package io.shiplift.plan;

/**
 * One thing that the plan takes for granted: what, where it comes from, and why.
 */
public record Assumption(String question, String label, String value, Origin origin, String source) {

	/**
	 * Where an assumption comes from.
	 */
	public enum Origin {

		/** Read from the app. */
		DETECTED("detected"),

		/** What we take if nobody says otherwise. */
		DEFAULT("default"),

		/** A person said so. */
		ASKED("asked"),

		/** Taken from another app of the team. */
		EXAMPLE("as in another app"),

		/** Nobody has answered yet. */
		OPEN("open");

		private final String words;

		Origin(String words) {
			this.words = words;
		}

		public String words() {
			return this.words;
		}

	}

}

package io.shiplift.plan;

/**
 * Where one type of process runs: what was chosen, what we recommend for it with a size,
 * and why. This version builds the web machines only.
 */
public record ProcessFate(String type, Target chosen, Target recommended, String size, String reason) {

	/** Whether this version brings it to where it shall be. */
	public boolean built() {
		return this.chosen == Target.MACHINES || this.chosen == Target.NONE;
	}

	/**
	 * What can run a process.
	 */
	public enum Target {

		/** The web machines of Elastic Beanstalk. */
		MACHINES("on the web machines"),

		/** An ECS service of its own. */
		ECS("an ECS service of its own"),

		/** A timer that starts it. */
		TIMER("a timer that starts it"),

		/** Nothing on AWS. */
		NONE("not on AWS");

		private final String words;

		Target(String words) {
			this.words = words;
		}

		public String words() {
			return this.words;
		}

	}

}

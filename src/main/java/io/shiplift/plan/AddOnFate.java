package io.shiplift.plan;

/**
 * Where one add-on goes: what was chosen, what stands for it on AWS, whether this version
 * builds that, why, and what people have to do themselves.
 */
public record AddOnFate(String name, String service, String plan, Kind kind, String target, boolean built,
		String reason, String todo) {

	/** What becomes of it, in words. */
	public String words() {
		return switch (this.kind) {
			case AWS -> this.built ? "becomes " + this.target : "to be moved to " + this.target + " by you";
			case KEEP -> "kept";
			case REPLACE -> "to be replaced by you";
			case DROP -> "left behind";
		};
	}

	/**
	 * The destinations.
	 */
	public enum Kind {

		/** A service on AWS. */
		AWS,

		/** The same vendor goes on serving. */
		KEEP,

		/** Something else that people choose. */
		REPLACE,

		/** Nothing: it is not needed there. */
		DROP

	}

}

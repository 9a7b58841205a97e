package io.shiplift.repository;

/**
 * One change that an app may need on AWS: whether it does, why, and as what patch. The
 * patch is a unified diff of one or several files, and empty if there is nothing to
 * change or if a person has to write it.
 */
public record Proposal(String key, String title, State state, String why, String file, int line, String patch) {

	/** Whether there is a patch to take. */
	public boolean hasPatch() {
		return !this.patch.isEmpty();
	}

	/**
	 * How the code stands.
	 */
	public enum State {

		/** Nothing to do. */
		FINE,

		/** Must be changed before the move. */
		NEEDED,

		/** Should be looked at by a person; nothing breaks at once. */
		LOOK

	}

}

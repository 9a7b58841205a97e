package io.shiplift.repository;

import java.util.List;

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

	/** Where it stands, as editors take it: shop/settings.py:12. */
	public String place() {
		return (this.line > 0) ? this.file + ":" + this.line : this.file;
	}

	/** The same, as far as it still makes sense where people say otherwise. */
	Proposal corrected(List<Correction> corrections) {
		return corrections.stream()
			.filter((correction) -> this.state == State.NEEDED && Subjects.of(this.key, correction))
			.findFirst()
			.map((correction) -> new Proposal(this.key, this.title, Subjects.state(correction),
					correction.who() + " said otherwise of it: " + correction.why(), this.file, this.line, this.patch))
			.orElse(this);
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

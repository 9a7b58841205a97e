package io.shiplift.data;

import java.util.Map;

/**
 * How far a copy is. The message is a sentence for people; bytes are those of the
 * source's tables and known at the end.
 */
public record MoveState(Status status, String phase, String message, int percent, Map<String, Long> secondsByPhase,
		long bytes) {

	public boolean over() {
		return this.status != Status.RUNNING;
	}

	/**
	 * What became of a copy.
	 */
	public enum Status {

		/** The worker is at it. */
		RUNNING,

		/** Everything is in the target. */
		DONE,

		/** The worker gave up; the message says why. */
		FAILED,

		/** The worker was killed; a new attempt with a new token and database helps. */
		DIED

	}

}

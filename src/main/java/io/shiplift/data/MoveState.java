package io.shiplift.data;

import java.util.Map;

/**
 * How far a copy is. The message is a sentence for people; bytes are those of the
 * source's tables and known at the end.
 */
public record MoveState(Status status, String phase, String message, int percent, Map<String, Long> secondsByPhase,
		long bytes, Pace pace) {

	public boolean over() {
		return this.status != Status.RUNNING;
	}

	/**
	 * How far it is in numbers: bytes of the present phase that are done, those it has in
	 * all (0 if unknown), rows copied so far, what building indexes works on in bytes,
	 * and milliseconds of the phases that are over.
	 */
	public record Pace(long done, long total, long rows, long lateBytes, Map<String, Long> millisByPhase) {

		/** How much of the phase is done, from 0 to 1. */
		public double share() {
			return (this.total > 0) ? Math.min(1, (double) this.done / this.total) : 0;
		}

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

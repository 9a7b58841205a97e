package io.shiplift.code;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One look at the code: where it was asked for and how it stands.
 */
public record CodeScan(long id, String migrationId, Kind kind, String place, String branch, String secretId,
		State state, String problem, String requestedBy, Instant requestedAt, @Nullable Instant endedAt) {

	/** Where the code comes from, in words. */
	public String words() {
		return switch (this.kind) {
			case GIT -> this.place + (this.branch.isEmpty() ? "" : ", branch " + this.branch);
			case ARCHIVE -> "the archive " + this.place;
		};
	}

	/**
	 * Where code comes from.
	 */
	public enum Kind {

		/** A Git address. */
		GIT,

		/** An uploaded archive. */
		ARCHIVE

	}

	/**
	 * How far a look is.
	 */
	public enum State {

		/** It is under way. */
		READING,

		/** It came to an end. */
		DONE,

		/** It did not work out; the problem says why. */
		FAILED

	}

}

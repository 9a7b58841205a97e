package io.shiplift.check.result;

import java.time.Instant;

/**
 * Somebody takes the responsibility for going on in spite of a finding. It is void as
 * soon as the finding is another one.
 */
public record CheckOverride(String check, String findingHash, String reason, String person, Instant at) {

	/** Whether it is about this result. */
	public boolean covers(CheckResult result) {
		return covers(result.check(), result.hash());
	}

	boolean covers(String otherCheck, String hash) {
		return this.check.equals(otherCheck) && this.findingHash.equals(hash);
	}

}

package io.shiplift.survey;

import java.time.Instant;
import java.util.List;

import io.shiplift.aws.AwsFinding;

/**
 * What one look at an account found, for which plan, and who looked when.
 */
public record AwsLook(String connectionId, int planNumber, List<AwsFinding> findings, String by, Instant at) {

	/** How many findings are so. */
	public long count(AwsFinding.Standing standing) {
		return this.findings.stream().filter((finding) -> finding.standing() == standing).count();
	}

	/** In a word. */
	public String words() {
		long blocks = count(AwsFinding.Standing.BLOCKS);
		long unknown = count(AwsFinding.Standing.UNKNOWN);
		if (blocks > 0) {
			return blocks + ((blocks == 1) ? " stops" : " stop") + " the build";
		}
		return (unknown > 0) ? "nothing in the way, " + unknown + " not known" : "nothing in the way";
	}

	/** The name of the badge. */
	public String status() {
		if (count(AwsFinding.Standing.BLOCKS) > 0) {
			return "BLOCKER";
		}
		return (count(AwsFinding.Standing.UNKNOWN) > 0) ? "WARNING" : "DONE";
	}

}

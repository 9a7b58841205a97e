package io.shiplift.journal;

import org.jspecify.annotations.Nullable;

/**
 * What a journal entry belongs to: always a team, and as far down as it goes.
 */
public record Subject(long teamId, @Nullable String migrationId, @Nullable Long runId, @Nullable String stepKey) {

	public static Subject team(long teamId) {
		return new Subject(teamId, null, null, null);
	}

	public static Subject migration(long teamId, String migrationId) {
		return new Subject(teamId, migrationId, null, null);
	}

	public static Subject run(long teamId, String migrationId, long runId) {
		return new Subject(teamId, migrationId, runId, null);
	}

	public static Subject step(long teamId, String migrationId, long runId, String stepKey) {
		return new Subject(teamId, migrationId, runId, stepKey);
	}

}

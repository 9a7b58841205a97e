package io.shiplift.migration;

import io.shiplift.step.RunKind;

/**
 * Which runs a migration with real accounts may have.
 */
final class RealRuns {

	/** Whether AWS is built and removed for real. */
	private static final boolean BUILDING = false;

	private RealRuns() {
	}

	/** Why a run of this kind cannot be opened at all, or an empty text. */
	static String obstacle(Migration migration, RunKind kind) {
		if (migration.practice()) {
			return "";
		}
		if (migration.awsConnectionId() == null) {
			return "Building needs an AWS account. Choose one under Connection.";
		}
		return switch (kind) {
			case PREPARE, TEARDOWN -> BUILDING ? ""
					: "This version looks at a real AWS account, but does not build in it yet. You can plan, price and freeze.";
			case REHEARSAL, CUTOVER, RETURN ->
				"The data has to be moved by a worker inside the new network, which is not part of this version.";
		};
	}

}

package io.shiplift.aws;

/**
 * The states of a stack, in CloudFormation's own words. A stack may be taken over by hand
 * too, which is what import means.
 */
public enum StackStatus {

	/** There is no stack yet, only changes to be looked at. */
	REVIEW_IN_PROGRESS,

	/** Being created. */
	CREATE_IN_PROGRESS,

	/** Created: outputs can be read. */
	CREATE_COMPLETE,

	/** A resource failed, and what was made was left as it is. */
	CREATE_FAILED,

	/** A resource failed; what was made is being removed. */
	ROLLBACK_IN_PROGRESS,

	/** Creation failed and was undone; only deletion leads on. */
	ROLLBACK_COMPLETE,

	/** Creation failed, and something of it could not be removed. */
	ROLLBACK_FAILED,

	/** Being deleted. */
	DELETE_IN_PROGRESS,

	/** Gone; still found by its id. */
	DELETE_COMPLETE,

	/** Deletion stopped at a resource. */
	DELETE_FAILED,

	/** Being changed. */
	UPDATE_IN_PROGRESS,

	/** Changed; what was replaced is being removed. */
	UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,

	/** Changed: outputs can be read. */
	UPDATE_COMPLETE,

	/** A change failed, and what was done of it was left as it is. */
	UPDATE_FAILED,

	/** A change failed; what was there before is being restored. */
	UPDATE_ROLLBACK_IN_PROGRESS,

	/** Restored; what the change had made is being removed. */
	UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,

	/** A change failed, and all is as it was before. */
	UPDATE_ROLLBACK_COMPLETE,

	/** A change failed, and something could not be restored. */
	UPDATE_ROLLBACK_FAILED,

	/** Resources are being taken over. */
	IMPORT_IN_PROGRESS,

	/** Resources were taken over. */
	IMPORT_COMPLETE,

	/** Taking over failed and is being undone. */
	IMPORT_ROLLBACK_IN_PROGRESS,

	/** Taking over failed and was undone. */
	IMPORT_ROLLBACK_COMPLETE,

	/** Taking over failed and could not be undone. */
	IMPORT_ROLLBACK_FAILED;

	/** Whether all resources stand, so that the outputs can be relied on. */
	public boolean stands() {
		return switch (this) {
			case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_ROLLBACK_COMPLETE,
					UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, IMPORT_COMPLETE, IMPORT_ROLLBACK_COMPLETE ->
				true;
			default -> false;
		};
	}

	/** Whether something went wrong and left its mark on the state. */
	public boolean troubled() {
		return name().contains("FAILED") || name().contains("ROLLBACK");
	}

}

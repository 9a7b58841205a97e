package io.shiplift.steps;

import io.shiplift.aws.StackStatus;

/**
 * The one thing that each state of a stack calls for, on the way forward and on the way
 * back.
 */
enum StackMove {

	/** Make it. */
	CREATE,

	/** Look again later. */
	WAIT,

	/** Carry out the changes that were previewed, or clear them away. */
	REVIEW,

	/** It stands: see whether it is as the plan wants it. */
	COMPARE,

	/** It never stood: say why, then delete it and make it anew. */
	REMAKE,

	/** It stands as before: say why the change failed, then try again. */
	CHANGE_AGAIN,

	/** Say what it got stuck at, then help it go on with its way back. */
	UNSTICK,

	/** Say what cannot be deleted, then try again. */
	DELETE_AGAIN,

	/** Delete it. */
	DELETE,

	/** It is gone. */
	NOTHING,

	/** Somebody else is at work on it. */
	REFUSE;

	static StackMove forward(StackStatus status) {
		return switch (status) {
			case DELETE_COMPLETE -> CREATE;
			case REVIEW_IN_PROGRESS -> REVIEW;
			case CREATE_IN_PROGRESS, ROLLBACK_IN_PROGRESS, DELETE_IN_PROGRESS, UPDATE_IN_PROGRESS,
					UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE_ROLLBACK_IN_PROGRESS,
					UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, IMPORT_IN_PROGRESS, IMPORT_ROLLBACK_IN_PROGRESS ->
				WAIT;
			case CREATE_COMPLETE, UPDATE_COMPLETE, IMPORT_COMPLETE, IMPORT_ROLLBACK_COMPLETE -> COMPARE;
			case CREATE_FAILED, ROLLBACK_COMPLETE -> REMAKE;
			case UPDATE_FAILED, UPDATE_ROLLBACK_COMPLETE -> CHANGE_AGAIN;
			case UPDATE_ROLLBACK_FAILED -> UNSTICK;
			case ROLLBACK_FAILED, DELETE_FAILED -> DELETE_AGAIN;
			case IMPORT_ROLLBACK_FAILED -> REFUSE;
		};
	}

	/** A stack can be deleted while it is being made, but not while it is changed. */
	static StackMove backward(StackStatus status) {
		return switch (status) {
			case DELETE_COMPLETE -> NOTHING;
			case ROLLBACK_IN_PROGRESS, DELETE_IN_PROGRESS, UPDATE_IN_PROGRESS, UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
					UPDATE_ROLLBACK_IN_PROGRESS, UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, IMPORT_IN_PROGRESS,
					IMPORT_ROLLBACK_IN_PROGRESS ->
				WAIT;
			case REVIEW_IN_PROGRESS, CREATE_IN_PROGRESS, CREATE_COMPLETE, CREATE_FAILED, ROLLBACK_COMPLETE,
					ROLLBACK_FAILED, UPDATE_COMPLETE, UPDATE_FAILED, UPDATE_ROLLBACK_COMPLETE, UPDATE_ROLLBACK_FAILED,
					IMPORT_COMPLETE, IMPORT_ROLLBACK_COMPLETE, IMPORT_ROLLBACK_FAILED ->
				DELETE;
			case DELETE_FAILED -> DELETE_AGAIN;
		};
	}

}

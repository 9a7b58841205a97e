package io.shiplift.journal;

/**
 * What a journal entry is about.
 */
public enum JournalKind {

	/** A migration was created or renamed. */
	MIGRATION,

	/** An answer of the wizard was saved. */
	ANSWER,

	/** Checks were looked at again, or a finding was accepted. */
	CHECK,

	/** A plan was frozen. */
	PLAN,

	/** A run was requested, started, finished or cancelled. */
	RUN,

	/** A step began, finished, was retried, skipped or cancelled. */
	STEP,

	/** Something a step saw outside. */
	NOTE,

	/** A mutating call that is about to be made. */
	INTENT,

	/** What came back from a mutating call. */
	RESULT,

	/** Somebody took data of the app away. */
	READ,

	/** A decision was asked for or given. */
	APPROVAL,

	/** A change of people, roles or teams. */
	PEOPLE,

	/** A connection was added, tested, replaced or removed. */
	CONNECTION

}

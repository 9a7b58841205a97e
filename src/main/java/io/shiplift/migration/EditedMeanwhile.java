package io.shiplift.migration;

import java.time.Instant;

/**
 * Somebody else saved the same draft first; the page shows who, when, and both values.
 */
public class EditedMeanwhile extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long editedBy;

	private final Instant editedAt;

	EditedMeanwhile(long editedBy, Instant editedAt) {
		super("The answers were changed by somebody else meanwhile.");
		this.editedBy = editedBy;
		this.editedAt = editedAt;
	}

	public long editedBy() {
		return this.editedBy;
	}

	public Instant editedAt() {
		return this.editedAt;
	}

}

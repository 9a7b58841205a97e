package io.shiplift.heroku.api;

import io.shiplift.outside.OutsideProblem;

/**
 * Heroku said no, with the status it said.
 */
final class HerokuProblem extends OutsideProblem {

	private static final long serialVersionUID = 1L;

	private final int status;

	HerokuProblem(Kind kind, int status, String message) {
		super(kind, message);
		this.status = status;
	}

	/** Whether there is no such thing, or none for this token. */
	boolean missing() {
		return this.status == 404;
	}

	/** Whether this address does not serve such a thing. */
	boolean unsuitable() {
		return this.status == 400 || this.status == 404 || this.status == 406 || this.status == 410
				|| this.status == 422;
	}

	/** Whether the token may not do this, while it may do other things. */
	boolean forbidden() {
		return this.status == 403;
	}

}

package io.shiplift.mover.mysql;

/**
 * A value that the target's column cannot take; says why, without the value.
 */
final class Unfit extends Exception {

	private static final long serialVersionUID = 1L;

	Unfit(String reason) {
		super(reason);
	}

}

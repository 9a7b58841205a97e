package io.shiplift.mover;

/**
 * A job cannot go on; the message says why and what to do, without any secret.
 */
public class MoverProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public MoverProblem(String message) {
		super(message);
	}

	public MoverProblem(String message, Throwable cause) {
		super(message, cause);
	}

}

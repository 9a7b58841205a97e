package io.shiplift.migration;

/**
 * What was asked does not fit the present state, for example because somebody else was
 * quicker. The message says what to do; the page answers 409.
 */
public class NotNow extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotNow(String message) {
		super(message);
	}

}

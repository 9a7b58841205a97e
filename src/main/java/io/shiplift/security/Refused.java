package io.shiplift.security;

/**
 * A rule says no. The text tells the person why and what to do instead; without further
 * care it becomes a page with status 409.
 */
public class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public Refused(String reason) {
		super(reason);
	}

}

package io.shiplift.security;

/**
 * There is no such thing for this team; the page answers 404, whether it exists for
 * another team or not at all.
 */
public class NotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFound(String what) {
		super(what);
	}

}

package io.shiplift.security.signin;

/**
 * The first admin cannot be made as configured; the application does not start.
 */
class SetupFailed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	SetupFailed(String problem, String remedy) {
		super(problem);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}

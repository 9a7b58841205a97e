package io.shiplift.outside;

import java.util.Objects;

/**
 * A call to an outside system that did not work out. The message says what was tried,
 * what came back and what to do; it never carries a secret.
 */
public class OutsideProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	public OutsideProblem(Kind kind, String message) {
		super(message);
		this.kind = kind;
	}

	public OutsideProblem(Kind kind, String message, Throwable cause) {
		super(message, cause);
		this.kind = kind;
	}

	public Kind kind() {
		return this.kind;
	}

	@Override
	public String getMessage() {
		return Objects.requireNonNull(super.getMessage());
	}

	/**
	 * Whose turn it is after the problem.
	 */
	public enum Kind {

		/** Not reached, throttled or a passing fault: nothing happened, try again. */
		TRANSIENT,

		/** No answer came, the effect may have happened: look before acting again. */
		UNKNOWN,

		/** A person must act first: credentials, quota, approval, DNS. */
		NEEDS_PERSON,

		/** The other side said no; the same call will be refused again. */
		REFUSED

	}

}

package io.shiplift.outside;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A call to an outside system that did not work out. The message says what was tried,
 * what came back and what to do; it never carries a secret.
 */
public class OutsideProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	private final @Nullable Duration pause;

	public OutsideProblem(Kind kind, String message) {
		this(kind, message, (Duration) null);
	}

	public OutsideProblem(Kind kind, String message, Throwable cause) {
		super(message, cause);
		this.kind = kind;
		this.pause = null;
	}

	/**
	 * It is only not our turn before some time has passed: whoever comes again then has
	 * not failed.
	 */
	public OutsideProblem(Kind kind, String message, @Nullable Duration pause) {
		super(message);
		this.kind = kind;
		this.pause = pause;
	}

	public Kind kind() {
		return this.kind;
	}

	/** When to come again without counting it as a failure, if that is all there is. */
	public Optional<Duration> pause() {
		return Optional.ofNullable(this.pause);
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

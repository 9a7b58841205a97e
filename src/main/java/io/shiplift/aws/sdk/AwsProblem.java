package io.shiplift.aws.sdk;

import java.time.Duration;
import java.util.List;

import io.shiplift.outside.OutsideProblem;
import org.jspecify.annotations.Nullable;

/**
 * AWS said no or nothing, with the code it said.
 */
final class AwsProblem extends OutsideProblem {

	private static final long serialVersionUID = 1L;

	private static final Duration THROTTLED = Duration.ofSeconds(10);

	private final String code;

	private final Again again;

	AwsProblem(Kind kind, String code, Again again, String message, @Nullable Throwable cause) {
		super(kind, message, (again == Again.SLOWLY) ? THROTTLED : null);
		this.code = code;
		this.again = again;
		if (cause != null) {
			initCause(cause);
		}
	}

	String code() {
		return this.code;
	}

	/** Whether AWS said one of these codes. */
	boolean says(String... codes) {
		return List.of(codes).contains(this.code);
	}

	Again again() {
		return this.again;
	}

	/** Whether the same call may be sent again at once. */
	enum Again {

		/** Nothing was done, and it may work. */
		YES,

		/** The same, but there were too many, which is nobody's failure. */
		SLOWLY,

		/** It may with other credentials. */
		RENEWED,

		/** Not before somebody looked. */
		NO

	}

}

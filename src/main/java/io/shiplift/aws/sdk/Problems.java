package io.shiplift.aws.sdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;

import javax.net.ssl.SSLHandshakeException;

import io.shiplift.aws.Operation;
import io.shiplift.aws.sdk.AwsProblem.Again;
import io.shiplift.credentials.Mask;
import io.shiplift.outside.OutsideProblem.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Turns what the SDK throws into whose turn it is and what to do.
 */
final class Problems {

	static final String HIDDEN = "••••";

	private static final int LONGEST = 400;

	private final Mask mask;

	private final String secret;

	Problems(Mask mask) {
		this(mask, "");
	}

	private Problems(Mask mask, String secret) {
		this.mask = mask;
		this.secret = secret;
	}

	Problems hiding(String value) {
		return new Problems(this.mask, value);
	}

	AwsProblem of(Operation operation, String target, SdkException ex) {
		return (ex instanceof AwsServiceException refusal) ? refused(operation, target, refusal)
				: unanswered(operation, target, ex);
	}

	private AwsProblem refused(Operation operation, String target, AwsServiceException ex) {
		String code = code(ex);
		String message = tidy(message(ex));
		Reaction reaction = Reactions.of(operation, target, ex, code, message);
		String said = message.isEmpty() ? "" : " (" + message.replaceFirst("[.]$", "") + ")";
		return new AwsProblem(reaction.kind(), code, reaction.again(), "AWS answered " + operation.name() + " for "
				+ tidy(target) + " with " + code + said + ". " + reaction.todo(), null);
	}

	private AwsProblem unanswered(Operation operation, String target, SdkException ex) {
		Throwable io = cause(ex);
		String tried = operation.name() + " for " + tidy(target);
		boolean unsent = unsent(io);
		if (operation.reads() || unsent) {
			return new AwsProblem(Kind.TRANSIENT, "", Again.YES,
					(unsent ? "AWS could not be reached for " : "AWS did not answer ") + tried
							+ ". Shiplift tries again by itself; if it stays so, look at this machine's network.",
					shown(io));
		}
		return new AwsProblem(Kind.UNKNOWN, "", Again.NO,
				"AWS did not answer " + tried + "; whether it did something is looked up first.", shown(io));
	}

	/** A message below could repeat the secret. */
	private @Nullable Throwable shown(@Nullable Throwable cause) {
		return this.secret.isEmpty() ? cause : null;
	}

	private static @Nullable Throwable cause(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException) {
				return cause;
			}
		}
		return null;
	}

	/** Whether the request cannot have got there. */
	private static boolean unsent(@Nullable Throwable io) {
		return io instanceof ConnectException || io instanceof UnknownHostException
				|| io instanceof NoRouteToHostException || io instanceof SSLHandshakeException
				|| (io instanceof SocketTimeoutException && Objects.requireNonNullElse(io.getMessage(), "")
					.toLowerCase(Locale.ROOT)
					.startsWith("connect"));
	}

	private static String code(AwsServiceException ex) {
		AwsErrorDetails details = ex.awsErrorDetails();
		String code = (details != null) ? details.errorCode() : null;
		return (code == null || code.isBlank()) ? "status " + ex.statusCode() : code;
	}

	private static String message(AwsServiceException ex) {
		AwsErrorDetails details = ex.awsErrorDetails();
		return (details != null) ? Objects.requireNonNullElse(details.errorMessage(), "") : "";
	}

	private String tidy(String text) {
		String hidden = this.secret.isEmpty() ? text : text.replace(this.secret, HIDDEN);
		String masked = this.mask.mask(hidden.replaceAll("\\s+", " ").strip());
		return (masked.length() > LONGEST) ? masked.substring(0, LONGEST) + " ..." : masked;
	}

	/** Whose turn it is, whether at once, and what to do. */
	record Reaction(Kind kind, Again again, String todo) {

	}

}

package io.shiplift.aws.sdk;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.aws.Operation;
import io.shiplift.aws.sdk.AwsProblem.Again;
import io.shiplift.aws.sdk.Problems.Reaction;
import io.shiplift.outside.OutsideProblem.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What the error codes of AWS mean for us, of whichever service.
 */
final class Reactions {

	private static final Set<String> THROTTLED = Set.of("Throttling", "ThrottlingException", "ThrottledException",
			"RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "TooManyRequestsException",
			"PriorRequestNotComplete", "SlowDown", "BandwidthLimitExceeded", "ProvisionedThroughputExceededException",
			"EC2ThrottledException");

	/** S3 gives no code to those who only ask whether something is there. */
	private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired",
			"TokenRefreshRequired", "status 400");

	private static final Set<String> STRANGERS = Set.of("InvalidClientTokenId", "UnrecognizedClientException",
			"InvalidAccessKeyId", "SignatureDoesNotMatch", "AuthFailure", "MissingAuthenticationToken",
			"MissingAuthenticationTokenException", "IncompleteSignature", "InvalidToken");

	private static final Set<String> CLOCK = Set.of("RequestTimeTooSkewed", "InvalidSignatureException",
			"RequestInTheFuture");

	private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation",
			"UnauthorizedAccess", "InsufficientPrivilegesException", "NotAuthorized", "AllAccessDisabled",
			"AuthorizationError", "status 403");

	private static final Set<String> CLOSED = Set.of("OptInRequired", "SubscriptionRequiredException", "NotSignedUp",
			"AccountProblem", "PendingVerification", "Blocked");

	/** Names of the codes that say that an account's limit is reached. */
	private static final Pattern FULL = Pattern.compile("TooMany(?!Requests|Tags).*|.*LimitExceeded(Exception|Fault)?"
			+ "|.*QuotaExceeded(Exception|Fault)?|ServiceQuotaExceededException|.*LimitReached.*");

	private static final Set<String> BUSY = Set.of("OperationInProgressException", "OperationInProgressFailure",
			"ResourceInUseException", "ConflictException", "OperationAborted", "ConcurrentModificationException",
			"DependencyViolation", "OperationInProgress");

	private static final Pattern WHO_WHAT_WHERE = Pattern
		.compile("(?:User: (\\S+) )?is not authorized to perform: ([\\w-]+:\\w+)(?: on resource: (\\S+))?(.*)");

	private Reactions() {
	}

	static Reaction of(Operation operation, String target, AwsServiceException ex, String code, String message) {
		if (THROTTLED.contains(code) || ex.statusCode() == 429
				|| message.toLowerCase(Locale.ROOT).startsWith("rate exceeded")) {
			return new Reaction(Kind.TRANSIENT, Again.SLOWLY, "AWS is asked too often just now. It goes on by itself.");
		}
		if (EXPIRED.contains(code)) {
			return new Reaction(Kind.NEEDS_PERSON, Again.RENEWED,
					"The session with this account has run out and could not be renewed. Look at the connection, and at this machine's clock.");
		}
		if (CLOCK.contains(code)) {
			return person(
					"This machine's clock is wrong, or the keys of the connection are. Set the clock, then it goes on by itself.");
		}
		if (DENIED.contains(code)) {
			return person(denied(operation, target, message));
		}
		if (STRANGERS.contains(code)) {
			return person("AWS does not know these credentials any more. Replace them on the page Connections.");
		}
		if (CLOSED.contains(code)) {
			return person("The account is not open for this service. Sign in to it and complete what AWS asks for.");
		}
		if (FULL.matcher(code).matches()) {
			return person(
					"A limit of the account is reached. Have AWS raise it, or remove something that is not needed;"
							+ " then it goes on by itself.");
		}
		if (BUSY.contains(code)) {
			return new Reaction(Kind.TRANSIENT, Again.NO, "Something else is under way there. It goes on by itself.");
		}
		return (ex.statusCode() >= 500) ? broken(operation)
				: new Reaction(Kind.REFUSED, Again.NO, "Correct what AWS names, then retry.");
	}

	/** Who may not do what with which, as far as AWS says so. */
	private static String denied(Operation operation, String target, String message) {
		Matcher matcher = WHO_WHAT_WHERE.matcher(message);
		if (!matcher.find()) {
			return "The role of the connection lacks " + String.join(" and ", operation.actions()) + " on " + target
					+ ". Give it this permission; it goes on by itself.";
		}
		String resource = matcher.group(3);
		String where = " on " + ((resource == null || resource.contains(Problems.HIDDEN)) ? target : resource);
		boolean forbidden = matcher.group(4).contains("explicit deny");
		return (forbidden ? "A rule of your account or organization forbids " : "The role of the connection lacks ")
				+ matcher.group(2) + where + ". " + (forbidden ? "Have it allowed" : "Give it this permission")
				+ "; it goes on by itself.";
	}

	private static Reaction broken(Operation operation) {
		return operation.reads() ? new Reaction(Kind.TRANSIENT, Again.YES, "AWS has a fault. It goes on by itself.")
				: new Reaction(Kind.UNKNOWN, Again.NO, "AWS has a fault; whether it did something is looked up first.");
	}

	private static Reaction person(String todo) {
		return new Reaction(Kind.NEEDS_PERSON, Again.NO, todo);
	}

}

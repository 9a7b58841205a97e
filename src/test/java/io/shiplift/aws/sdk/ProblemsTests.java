package io.shiplift.aws.sdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.shiplift.credentials.Mask;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for what refusals and silence of AWS mean, and for what is tried again.
 */
class ProblemsTests {

	private static final String LOOK = "secretsmanager:DescribeSecret";

	private static final String CHANGE = "secretsmanager:CreateSecret";

	private final AtomicInteger renewed = new AtomicInteger();

	private final List<Integer> pauses = new ArrayList<>();

	private final Calls calls = new Calls(new Problems(new Mask()), this.renewed::incrementAndGet, this.pauses::add);

	@ParameterizedTest
	@CsvSource(textBlock = """
			Throttling,                      400, TRANSIENT,    TRANSIENT
			ThrottlingException,             400, TRANSIENT,    TRANSIENT
			RequestLimitExceeded,            503, TRANSIENT,    TRANSIENT
			SlowDown,                        503, TRANSIENT,    TRANSIENT
			TooManyRequestsException,        429, TRANSIENT,    TRANSIENT
			InternalFailure,                 500, TRANSIENT,    UNKNOWN
			ServiceUnavailable,              503, TRANSIENT,    UNKNOWN
			InternalServiceError,            500, TRANSIENT,    UNKNOWN
			ExpiredToken,                    403, NEEDS_PERSON, NEEDS_PERSON
			ExpiredTokenException,           400, NEEDS_PERSON, NEEDS_PERSON
			RequestExpired,                  400, NEEDS_PERSON, NEEDS_PERSON
			InvalidClientTokenId,            403, NEEDS_PERSON, NEEDS_PERSON
			UnrecognizedClientException,     400, NEEDS_PERSON, NEEDS_PERSON
			SignatureDoesNotMatch,           403, NEEDS_PERSON, NEEDS_PERSON
			RequestTimeTooSkewed,            403, NEEDS_PERSON, NEEDS_PERSON
			AccessDenied,                    403, NEEDS_PERSON, NEEDS_PERSON
			AccessDeniedException,           400, NEEDS_PERSON, NEEDS_PERSON
			UnauthorizedOperation,           403, NEEDS_PERSON, NEEDS_PERSON
			OptInRequired,                   403, NEEDS_PERSON, NEEDS_PERSON
			LimitExceededException,          400, NEEDS_PERSON, NEEDS_PERSON
			VpcLimitExceeded,                400, NEEDS_PERSON, NEEDS_PERSON
			AddressLimitExceeded,            400, NEEDS_PERSON, NEEDS_PERSON
			InstanceQuotaExceeded,           400, NEEDS_PERSON, NEEDS_PERSON
			ServiceQuotaExceededException,   402, NEEDS_PERSON, NEEDS_PERSON
			TooManyTagsException,            400, REFUSED,      REFUSED
			OperationInProgressFailure,      400, TRANSIENT,    TRANSIENT
			ResourceInUseException,          400, TRANSIENT,    TRANSIENT
			DependencyViolation,             400, TRANSIENT,    TRANSIENT
			ValidationException,             400, REFUSED,      REFUSED
			InvalidParameterException,       400, REFUSED,      REFUSED
			NoSuchBucket,                    404, REFUSED,      REFUSED
			""")
	void everyCodeIsSomebodysTurn(String code, int status, Kind looking, Kind changing) {
		assertThat(problem(LOOK, refusal(code, status, "no"))).extracting(OutsideProblem::kind).isEqualTo(looking);
		assertThat(problem(CHANGE, refusal(code, status, "no"))).extracting(OutsideProblem::kind).isEqualTo(changing);
		assertThat(problem(LOOK, refusal(code, status, "no")).getMessage()).contains(code, LOOK, "the thing");
	}

	@ParameterizedTest
	@MethodSource
	void namesActionAndResourceThatAreDenied(String message, String expected) {
		AwsProblem problem = problem(CHANGE, refusal("AccessDeniedException", 400, message));
		assertThat(problem.kind()).isEqualTo(Kind.NEEDS_PERSON);
		assertThat(problem.getMessage()).contains(expected);
	}

	static Stream<Arguments> namesActionAndResourceThatAreDenied() {
		String who = "User: arn:aws:sts::1:assumed-role/shiplift/m1 is not authorized to perform: ";
		return Stream.of(
				Arguments.of(who + "secretsmanager:CreateSecret on resource: arn:aws:sns:eu:1:x because",
						"The role of the connection lacks secretsmanager:CreateSecret on arn:aws:sns:eu:1:x."),
				Arguments.of(
						who + "secretsmanager:CreateSecret on resource: arn:aws:secretsmanager:eu:1:secret:x"
								+ " because no identity-based policy allows the secretsmanager:CreateSecret action",
						"The role of the connection lacks secretsmanager:CreateSecret on the thing."),
				Arguments.of(
						who + "secretsmanager:CreateSecret on resource: x with an explicit deny in a service control"
								+ " policy",
						"A rule of your account or organization forbids secretsmanager:CreateSecret on x."),
				Arguments.of(who + "secretsmanager:CreateSecret",
						"The role of the connection lacks secretsmanager:CreateSecret on the thing."),
				Arguments.of("", "lacks secretsmanager:CreateSecret and secretsmanager:TagResource on the thing."));
	}

	@Test
	void silenceAfterAChangeIsUnknownAndAfterALookPassing() {
		Stream
			.of(new SocketTimeoutException("Read timed out"), new SocketException("Connection reset"),
					new IOException("unexpected end of stream"))
			.forEach((cause) -> {
				assertThat(problem(CHANGE, silence(cause)).kind()).isEqualTo(Kind.UNKNOWN);
				assertThat(problem(LOOK, silence(cause)).kind()).isEqualTo(Kind.TRANSIENT);
			});
		Stream.of(new ConnectException("refused"), new SocketTimeoutException("Connect timed out"))
			.forEach((cause) -> assertThat(problem(CHANGE, silence(cause)).kind()).isEqualTo(Kind.TRANSIENT));
		assertThat(problem(CHANGE, SdkClientException.create("could not read the answer")).kind())
			.isEqualTo(Kind.UNKNOWN);
	}

	@Test
	void triesAgainOnlyWhatWasCertainlyNotDone() {
		assertThat(tries(LOOK, refusal("InternalFailure", 500, ""))).isEqualTo(6);
		assertThat(tries(CHANGE, refusal("InternalFailure", 500, ""))).isEqualTo(1);
		assertThat(tries(CHANGE, refusal("Throttling", 400, "Rate exceeded"))).isEqualTo(6);
		assertThat(tries(CHANGE, silence(new SocketTimeoutException("Read timed out")))).isEqualTo(1);
		assertThat(tries(CHANGE, silence(new ConnectException("refused")))).isEqualTo(6);
		assertThat(tries(LOOK, refusal("ValidationException", 400, ""))).isEqualTo(1);
		assertThat(this.pauses.subList(0, 5)).containsExactly(1, 2, 3, 4, 5);
	}

	@Test
	void renewsTheSessionOnce() {
		assertThat(tries(CHANGE, refusal("ExpiredTokenException", 400, "expired"))).isEqualTo(2);
		assertThat(this.renewed).hasValue(1);
	}

	@Test
	void hidesTheSecretWhereverAwsRepeatsIt() {
		String secret = "canary-in-a-refusal";
		AwsProblem refused = catchThrowableOfType(AwsProblem.class,
				() -> this.calls.hiding(secret).call(CHANGE, "the thing", () -> {
					throw refusal("ValidationException", 400, "Value '" + secret + "' is no good");
				}));
		AwsProblem silent = catchThrowableOfType(AwsProblem.class,
				() -> this.calls.hiding(secret).call(CHANGE, "the thing", () -> {
					throw silence(new SocketException(secret));
				}));
		assertThat(refused.getMessage()).contains("Value '••••' is no good");
		assertThat(refused).hasNoCause();
		assertThat(silent).hasNoCause();
	}

	private AwsProblem problem(String operation, SdkException ex) {
		return catchThrowableOfType(AwsProblem.class, () -> this.calls.call(operation, "the thing", () -> {
			throw ex;
		}));
	}

	private int tries(String operation, SdkException ex) {
		AtomicInteger tries = new AtomicInteger();
		catchThrowableOfType(AwsProblem.class, () -> this.calls.call(operation, "the thing", () -> {
			tries.incrementAndGet();
			throw ex;
		}));
		return tries.get();
	}

	private static SdkException refusal(String code, int status, String message) {
		return AwsServiceException.builder()
			.statusCode(status)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
			.build();
	}

	private static SdkException silence(IOException cause) {
		return SdkClientException.create("Unable to execute HTTP request", cause);
	}

}

package io.shiplift.aws.sdk;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.shiplift.outside.OutsideProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests that the values of secrets and the keys of the account are seen nowhere but in
 * the request itself, however talkative the log is, nor when AWS repeats them.
 */
class CanaryTests {

	private static final String CANARY = "canary-value-of-a-secret-4711";

	private static final Map<String, String> TAGS = Map.of("shiplift:migration", "m1");

	private static final String ARN = "arn:aws:secretsmanager:eu-central-1:1:secret:shiplift-m1/env/KEY-abcdef";

	private final AwsStub aws = new AwsStub();

	private final SdkSecrets secrets = new SdkSecrets(this.aws.clients());

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final List<Logger> loggers = Stream.of("software.amazon.awssdk", "io.shiplift")
		.map((name) -> (Logger) LoggerFactory.getLogger(name))
		.toList();

	private void listen(Level level) {
		this.log.start();
		this.loggers.forEach((logger) -> {
			logger.setLevel(level);
			logger.setAdditive(false);
			logger.addAppender(this.log);
		});
	}

	@AfterEach
	void close() {
		this.loggers.forEach((logger) -> {
			logger.setLevel(null);
			logger.setAdditive(true);
			logger.detachAppender(this.log);
		});
		this.aws.close();
	}

	@Test
	void noLogShowsASecretThatIsMadeAndRead() {
		listen(Level.TRACE);
		this.aws.refuseJson("DescribeSecret", 400, "ResourceNotFoundException", "none")
			.answer("CreateSecret", 200, "{\"ARN\":\"" + ARN + "\"}")
			.answer("GetSecretValue", 200, "{\"ARN\":\"" + ARN + "\",\"SecretString\":\"" + CANARY + "\"}");
		this.secrets.put("shiplift-m1/env/KEY", CANARY, TAGS, "token");
		assertThat(this.secrets.read(ARN)).isEqualTo(CANARY);
		assertThat(this.aws.sent("CreateSecret").getFirst().get("body")).contains(CANARY);
		assertThat(this.log.list).isNotEmpty();
		assertNothingShown();
	}

	/** On its lowest levels the SDK also notes what AWS said, word for word. */
	@Test
	void noProblemShowsASecretThatAwsRepeats() {
		listen(Level.INFO);
		Stream.of("CreateSecret", "PutSecretValue").forEach((operation) -> {
			boolean stands = operation.equals("PutSecretValue");
			this.aws.forget("DescribeSecret").forget(operation).forget("GetSecretValue");
			this.aws.answer("DescribeSecret", stands ? 200 : 400,
					stands ? "{\"ARN\":\"" + ARN + "\",\"Tags\":[{\"Key\":\"shiplift:migration\",\"Value\":\"m1\"}]}"
							: "{\"__type\":\"ResourceNotFoundException\"}");
			this.aws.answer("GetSecretValue", 200, "{\"SecretString\":\"other\",\"VersionId\":\"v\"}");
			Stream.of(400, 500).forEach((status) -> {
				this.aws.forget(operation).refuseJson(operation, status, "Novel", "What is " + CANARY + " good for?");
				OutsideProblem problem = catchThrowableOfType(OutsideProblem.class,
						() -> this.secrets.put("shiplift-m1/env/KEY", CANARY, TAGS, "token"));
				StringWriter trace = new StringWriter();
				problem.printStackTrace(new PrintWriter(trace));
				assertThat(trace.toString()).contains("What is •••• good for?").doesNotContain(CANARY);
			});
		});
		assertNothingShown();
	}

	private void assertNothingShown() {
		assertThat(this.log.list).extracting(ILoggingEvent::getFormattedMessage)
			.noneMatch((message) -> message.contains(CANARY) || message.contains("secret-of-a-test"));
		assertThat(this.aws.clients().access().toString()).doesNotContain("secret-of-a-test");
	}

}

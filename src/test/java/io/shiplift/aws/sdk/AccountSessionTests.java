package io.shiplift.aws.sdk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.shiplift.aws.sdk.AccountSession.Entered;
import io.shiplift.outside.OutsideProblem;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for staying inside an account.
 */
class AccountSessionTests {

	private Instant now = Instant.parse("2026-05-05T12:00:00Z");

	private int entered;

	private String problem = "";

	private final AccountSession session = new AccountSession(this::enter, new Shown());

	@Test
	void goesInOnceAnHourAndEarlyEnough() {
		assertThat(this.session.resolveCredentials().accessKeyId()).isEqualTo("key-1");
		this.now = this.now.plusSeconds(49 * 60);
		assertThat(this.session.resolveCredentials().accessKeyId()).isEqualTo("key-1");
		this.now = this.now.plusSeconds(2 * 60);
		assertThat(this.session.resolveCredentials().accessKeyId()).isEqualTo("key-2");
	}

	@Test
	void goesInAgainAfterAwsCalledTheSessionTooOld() {
		this.session.resolveCredentials();
		this.session.renew();
		assertThat(this.session.resolveCredentials().accessKeyId()).isEqualTo("key-2");
		assertThat(this.entered).isEqualTo(2);
	}

	@Test
	void saysWhyItDoesNotGetInAnyMore() {
		this.session.resolveCredentials();
		this.problem = "The role was removed.";
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(this.session::renew)
			.withMessage("The role was removed.");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(this.session::resolveCredentials);
	}

	private Entered enter() {
		if (!this.problem.isEmpty()) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON, this.problem);
		}
		this.entered++;
		return new Entered(AwsBasicCredentials.create("key-" + this.entered, "secret"), this.now.plusSeconds(3600));
	}

	/** The time that the test shows. */
	private final class Shown extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return AccountSessionTests.this.now;
		}

	}

}

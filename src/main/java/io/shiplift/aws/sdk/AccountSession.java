package io.shiplift.aws.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The way we are inside an account, for an hour at a time: who enters anew is looked at
 * again. Nothing happens in the background; whoever needs it early enough renews it.
 */
final class AccountSession implements AwsCredentialsProvider {

	/** A session that ends sooner is not begun anything with. */
	private static final Duration EARLY = Duration.ofMinutes(10);

	private final Supplier<Entered> enter;

	private final Clock clock;

	private @Nullable Entered entered;

	AccountSession(Supplier<Entered> enter, Clock clock) {
		this.enter = enter;
		this.clock = clock;
	}

	@Override
	public synchronized AwsCredentials resolveCredentials() {
		Entered known = this.entered;
		if (known == null || known.until().minus(EARLY).isBefore(this.clock.instant())) {
			known = this.enter.get();
			this.entered = known;
		}
		return known.credentials();
	}

	/** After AWS called the credentials too old. */
	synchronized void renew() {
		this.entered = null;
		resolveCredentials();
	}

	/** Credentials, and until when they count. */
	record Entered(AwsCredentials credentials, Instant until) {

	}

}

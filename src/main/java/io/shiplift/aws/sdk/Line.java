package io.shiplift.aws.sdk;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import io.shiplift.aws.Operation;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * What all clients share.
 *
 * @param http sends the requests
 * @param timer ends calls that take too long
 * @param endpoint what answers instead of AWS, if anything
 * @param sent is told of each operation that leaves
 * @param pause waits before a call is tried again, longer from try to try
 */
record Line(SdkHttpClient http, ScheduledExecutorService timer, @Nullable URI endpoint, Consumer<Operation> sent,
		IntConsumer pause) {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	private static final Duration ANSWER = Duration.ofSeconds(30);

	/** The line to AWS, or to what answers instead. */
	static Line to(@Nullable URI endpoint) {
		SdkHttpClient http = UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER).build();
		return new Line(http, newTimer(), endpoint, (operation) -> {
		}, Line::jitter);
	}

	private static ScheduledExecutorService newTimer() {
		return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("aws-timer").factory());
	}

	/** Full jitter below a tenth of a second that doubles from try to try. */
	private static void jitter(int tries) {
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(100L << tries)));
	}

}

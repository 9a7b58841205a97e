package io.shiplift.aws.sdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What lies between the SDK and AWS when things go wrong: refuses, breaks, swallows
 * answers and shows what was true a while ago.
 */
final class FaultyHttp implements SdkHttpClient {

	private static final int STALE_SECONDS = 60;

	private final Map<String, Answer> seen = new HashMap<>();

	private final SdkHttpClient http;

	private final Fault fault;

	private final double share;

	private final RandomGenerator random;

	private int injected;

	private long now;

	private long changedAt = -STALE_SECONDS;

	FaultyHttp(SdkHttpClient http, Fault fault, double share, RandomGenerator random) {
		this.http = http;
		this.fault = fault;
		this.share = share;
		this.random = random;
	}

	/** Lets time go by. */
	void pass(long seconds) {
		this.now += seconds;
	}

	int injected() {
		return this.injected;
	}

	@Override
	public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
		return new ExecutableHttpRequest() {

			@Override
			public HttpExecuteResponse call() throws IOException {
				return send(request).response();
			}

			@Override
			public void abort() {
				// Nothing is waited for.
			}

		};
	}

	private Answer send(HttpExecuteRequest request) throws IOException {
		boolean reads = reads(request.httpRequest());
		if (this.fault == Fault.STALE) {
			return stale(request, reads);
		}
		if (this.random.nextDouble() >= this.share) {
			return forward(request);
		}
		this.injected++;
		boolean afterwards = this.random.nextBoolean();
		switch (this.fault) {
			case THROTTLED -> {
				return refusal(request, s3(request) ? 503 : 400, s3(request) ? "SlowDown" : "ThrottlingException");
			}
			case EXPIRED -> {
				return refusal(request, 400, s3(request) ? "ExpiredToken" : "ExpiredTokenException");
			}
			case BROKEN -> {
				if (afterwards) {
					forward(request);
				}
				return refusal(request, 500, "InternalFailure");
			}
			case SWALLOWED -> forward(request);
			default -> {
				if (afterwards) {
					forward(request);
				}
				throw new SocketException("Connection reset");
			}
		}
		throw new SocketTimeoutException("Read timed out");
	}

	/** A look that was made before the last change shows the same for a while. */
	private Answer stale(HttpExecuteRequest request, boolean reads) throws IOException {
		if (s3(request)) {
			return forward(request);
		}
		if (!reads) {
			this.changedAt = this.now;
			return forward(request);
		}
		String key = request.httpRequest().headers().get("X-Amz-Target") + body(request);
		Answer before = this.seen.get(key);
		if (before != null && this.now < this.changedAt + STALE_SECONDS && this.random.nextDouble() < this.share) {
			this.injected++;
			return before;
		}
		Answer answer = forward(request);
		this.seen.put(key, answer);
		return answer;
	}

	private Answer forward(HttpExecuteRequest request) throws IOException {
		HttpExecuteResponse response = this.http.prepareRequest(request).call();
		byte[] body = new byte[0];
		if (response.responseBody().isPresent()) {
			try (AbortableInputStream stream = response.responseBody().get()) {
				body = stream.readAllBytes();
			}
		}
		return new Answer(response.httpResponse(), body);
	}

	private static Answer refusal(HttpExecuteRequest request, int status, String code) {
		String body = s3(request) ? "<Error><Code>" + code + "</Code><Message>no</Message></Error>"
				: "{\"__type\":\"" + code + "\",\"message\":\"no\"}";
		boolean head = request.httpRequest().method() == SdkHttpMethod.HEAD;
		return new Answer(SdkHttpFullResponse.builder()
			.statusCode(status)
			.putHeader("Content-Type", s3(request) ? "application/xml" : "application/x-amz-json-1.1")
			.build(), head ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
	}

	private static String body(HttpExecuteRequest request) throws IOException {
		return request.contentStreamProvider().isPresent()
				? new String(request.contentStreamProvider().get().newStream().readAllBytes(), StandardCharsets.UTF_8)
				: "";
	}

	private static boolean s3(HttpExecuteRequest request) {
		return !request.httpRequest().headers().containsKey("X-Amz-Target");
	}

	private static boolean reads(SdkHttpRequest request) {
		String target = request.firstMatchingHeader("X-Amz-Target").orElse("");
		String operation = target.substring(target.indexOf('.') + 1);
		return operation.matches("(Describe|Get|List).*")
				|| (target.isEmpty() && Objects.requireNonNull(request.method()) != SdkHttpMethod.PUT
						&& request.method() != SdkHttpMethod.POST);
	}

	@Override
	public void close() {
		this.http.close();
	}

	/** What goes wrong. */
	enum Fault {

		/** Too many requests. */
		THROTTLED,

		/** A fault of AWS, before or after the effect. */
		BROKEN,

		/** No answer, after the effect. */
		SWALLOWED,

		/** The connection ends, before or after the effect. */
		RESET,

		/** The session has run out. */
		EXPIRED,

		/** What was true before the last change. */
		STALE

	}

	/** An answer that can be given more than once. */
	private record Answer(SdkHttpResponse head, byte[] body) {

		HttpExecuteResponse response() {
			return HttpExecuteResponse.builder()
				.response(this.head)
				.responseBody(AbortableInputStream.create(new ByteArrayInputStream(this.body)))
				.build();
		}

	}

}

package io.shiplift.aws.sdk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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
		Wire wire = Wire.of(request.httpRequest());
		if (this.fault == Fault.STALE) {
			return stale(request, wire);
		}
		if (this.random.nextDouble() >= this.share) {
			return forward(request);
		}
		this.injected++;
		boolean afterwards = this.random.nextBoolean();
		switch (this.fault) {
			case THROTTLED -> {
				return refusal(request, (wire == Wire.REST) ? 503 : 400,
						(wire == Wire.REST) ? "SlowDown" : "Throttling");
			}
			case EXPIRED -> {
				return refusal(request, 400, (wire == Wire.JSON) ? "ExpiredTokenException" : "ExpiredToken");
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
	private Answer stale(HttpExecuteRequest request, Wire wire) throws IOException {
		String body = body(request);
		String key = request.httpRequest().headers().get("X-Amz-Target") + body;
		if (wire == Wire.REST) {
			return forward(request);
		}
		if (!key.matches("(?s).*(\\.|Action=)(Describe|Get|List).*")) {
			this.changedAt = this.now;
			return forward(request);
		}
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
		Wire wire = Wire.of(request.httpRequest());
		boolean head = request.httpRequest().method() == SdkHttpMethod.HEAD;
		return new Answer(SdkHttpFullResponse.builder().statusCode(status).putHeader("Content-Type", wire.type).build(),
				head ? new byte[0] : wire.error.formatted(code).getBytes(StandardCharsets.UTF_8));
	}

	private static String body(HttpExecuteRequest request) throws IOException {
		return request.contentStreamProvider().isPresent()
				? new String(request.contentStreamProvider().get().newStream().readAllBytes(), StandardCharsets.UTF_8)
				: "";
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

	/** How a service speaks. */
	private enum Wire {

		/** As most do. */
		JSON("application/x-amz-json-1.1", "{\"__type\":\"%s\",\"message\":\"no\"}"),

		/** As the older ones do. */
		QUERY("text/xml", "<ErrorResponse><Error><Code>%s</Code><Message>no</Message></Error></ErrorResponse>"),

		/** As S3 does, which always shows the latest. */
		REST("application/xml", "<Error><Code>%s</Code><Message>no</Message></Error>");

		private final String type;

		private final String error;

		Wire(String type, String error) {
			this.type = type;
			this.error = error;
		}

		static Wire of(SdkHttpRequest request) {
			if (request.headers().containsKey("X-Amz-Target")) {
				return JSON;
			}
			return request.firstMatchingHeader("Content-Type").orElse("").contains("form-urlencoded") ? QUERY : REST;
		}

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

package io.shiplift.aws.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * Answers operations with documents of the documented shape, for what the emulator lacks
 * or gets wrong. The last answer of an operation stays.
 */
final class AwsStub implements AutoCloseable {

	private final Map<String, Deque<MockResponse>> answers = new ConcurrentHashMap<>();

	private final List<Sent> sent = new CopyOnWriteArrayList<>();

	private final MockWebServer server = new MockWebServer();

	AwsStub() {
		try {
			this.server.setDispatcher(new Scripted());
			this.server.start(InetAddress.getByName("127.0.0.1"), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI endpoint() {
		return this.server.url("/").uri();
	}

	Clients clients() {
		return TestClients.at(endpoint());
	}

	/** The result of an operation of the services that speak XML. */
	AwsStub xml(String operation, String result) {
		return answer(operation, 200,
				"<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(operation, result));
	}

	AwsStub refuse(String operation, int status, String code, String message) {
		return answer(operation, status, """
				<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>\
				<RequestId>stub</RequestId></ErrorResponse>""".formatted(code, message));
	}

	/** The same for the services that speak JSON. */
	AwsStub refuseJson(String operation, int status, String code, String message) {
		return answer(operation, status, "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
	}

	AwsStub answer(String operation, int status, String body) {
		this.answers.computeIfAbsent(operation, (name) -> new ArrayDeque<>())
			.add(new MockResponse.Builder().code(status)
				.addHeader("Content-Type", body.startsWith("{") ? "application/x-amz-json-1.1" : "text/xml")
				.body(body)
				.build());
		return this;
	}

	/** Forgets the answers of an operation. */
	AwsStub forget(String operation) {
		this.answers.remove(operation);
		return this;
	}

	/** What was sent of an operation, by the names of its parameters. */
	List<Map<String, String>> sent(String operation) {
		return this.sent.stream().filter((one) -> one.operation().equals(operation)).map(Sent::parameters).toList();
	}

	@Override
	public void close() {
		this.server.close();
	}

	/** A request as it came. */
	private record Sent(String operation, Map<String, String> parameters) {

		static Sent of(RecordedRequest request) {
			String body = (request.getBody() != null) ? request.getBody().utf8() : "";
			String target = request.getHeaders().get("X-Amz-Target");
			if (target != null) {
				return new Sent(target.substring(target.indexOf('.') + 1), Map.of("body", body));
			}
			Map<String, String> parameters = new TreeMap<>();
			Arrays.stream(body.split("&"))
				.map((pair) -> pair.split("=", 2))
				.forEach((pair) -> parameters.put(pair[0],
						(pair.length > 1) ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : ""));
			return new Sent(parameters.getOrDefault("Action", request.getMethod()), parameters);
		}

	}

	private final class Scripted extends Dispatcher {

		@Override
		public MockResponse dispatch(RecordedRequest request) {
			Sent arrived = Sent.of(request);
			AwsStub.this.sent.add(arrived);
			Deque<MockResponse> scripted = AwsStub.this.answers.get(arrived.operation());
			if (scripted == null) {
				return new MockResponse.Builder().code(400)
					.body("<ErrorResponse><Error><Code>Unscripted</Code>" + "<Message>" + arrived.operation()
							+ "</Message></Error></ErrorResponse>")
					.build();
			}
			synchronized (scripted) {
				return (scripted.size() > 1) ? scripted.removeFirst() : scripted.getFirst();
			}
		}

	}

}

package io.shiplift.aws.sdk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * STS as it is documented, with one role that looks at the external id as AWS does, which
 * emulators do not.
 */
final class StsServer implements AutoCloseable {

	private final HttpServer server;

	/** The external id that the role wants; with none it lets everybody in. */
	String wanted = "";

	/** The role lets also those in who show no external id. */
	boolean careless;

	/** What AssumeRole answers with status 403 instead, if anything. */
	String refusal = "";

	/** The account that whoever got in is told to be in. */
	String account = "111122223333";

	/** Who that is, after the account. */
	String who = "assumed-role/shiplift-test/shiplift-test";

	int assumed;

	StsServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	private void answer(HttpExchange exchange) throws IOException {
		Map<String, String> form = form(exchange);
		if (!"AssumeRole".equals(form.get("Action"))) {
			send(exchange, 200,
					"<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::%s:%s</Arn><UserId>U</UserId><Account>%s</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
						.formatted(this.account, this.who, this.account));
		}
		else if (!this.refusal.isEmpty()) {
			send(exchange, 403, error(this.refusal, "No."));
		}
		else if (lets(form.get("ExternalId"))) {
			this.assumed++;
			send(exchange, 200,
					"<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIATEST</AccessKeyId><SecretAccessKey>canary-secret</SecretAccessKey><SessionToken>canary-token-%d</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
						.formatted(this.assumed));
		}
		else {
			send(exchange, 403, error("AccessDenied",
					"User: arn:aws:iam::999988887777:user/shiplift is not authorized to perform: sts:AssumeRole on resource: "
							+ form.get("RoleArn")));
		}
	}

	private boolean lets(String externalId) {
		return this.wanted.equals(externalId) || (this.careless && externalId == null);
	}

	private static String error(String code, String message) {
		return "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>r</RequestId></ErrorResponse>"
			.formatted(code, message);
	}

	private static Map<String, String> form(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return Arrays.stream(body.split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
					(first, second) -> second, TreeMap::new));
	}

	private static void send(HttpExchange exchange, int status, String xml) throws IOException {
		byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "text/xml");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

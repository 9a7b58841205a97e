package io.shiplift.heroku.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import io.shiplift.credentials.Leave;
import io.shiplift.heroku.api.HerokuProperties.Host;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks Heroku with one token. Reading is tried up to three times; what changes something
 * is sent once, and if no answer comes, nobody knows whether it happened.
 */
final class Requests {

	/** The usual kind of answer. */
	static final String USUAL = "application/vnd.heroku+json; version=3";

	/** The same with more in it. */
	static final String MORE = "application/vnd.heroku+json; version=3.sdk";

	private static final int TRIES = 3;

	private static final int PAGES = 100;

	private static final long LARGEST = 32L << 20;

	private static final MediaType JSON = MediaType.get("application/json");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final Line line;

	private final Bearer.Token token;

	private final Leave leave;

	private final Budget budget;

	private final Unchanged unchanged;

	Requests(Line line, Bearer.Token token, Leave leave, Budget budget, Unchanged unchanged) {
		this.line = line;
		this.token = token;
		this.leave = leave;
		this.budget = budget;
		this.unchanged = unchanged;
	}

	JsonNode get(Host host, String path) {
		return get(host, path, USUAL);
	}

	JsonNode get(Host host, String path, String accept) {
		return read(request(host, path, accept).build()).json("GET " + path);
	}

	/** The answer with its headers. */
	Answer answer(String path) {
		return read(request(Host.PLATFORM, path, USUAL).build());
	}

	/** A list of the Platform API, however many pages it has. */
	List<JsonNode> list(String path) {
		return list(path, "Accept-Expansion", "");
	}

	/** The same, asked for with one more header. */
	List<JsonNode> list(String path, String header, String value) {
		List<JsonNode> all = new ArrayList<>();
		String next = "id ..; max=1000;";
		for (int page = 0; page < PAGES && !next.isEmpty(); page++) {
			Request.Builder request = request(Host.PLATFORM, path, MORE).header("Range", next);
			Answer answer = read((value.isEmpty() ? request : request.header(header, value)).build());
			answer.json("GET " + path).forEach(all::add);
			next = (answer.status() == 206) ? answer.header("Next-Range") : "";
		}
		return all;
	}

	/** The first page of a list, in an order of one's own. */
	List<JsonNode> first(String path, String range) {
		List<JsonNode> some = new ArrayList<>();
		read(request(Host.PLATFORM, path, USUAL).header("Range", range).build()).json("GET " + path).forEach(some::add);
		return some;
	}

	/** Changes something, once. */
	JsonNode change(String method, Host host, String path, Map<String, ?> body) {
		Request request = request(host, path, USUAL)
			.method(method, RequestBody.create(MAPPER.writeValueAsString(body), JSON))
			.build();
		String tried = method + " " + path;
		try {
			Answer answer = send(this.line.changing(), request);
			if (!answer.good()) {
				throw this.line.problems().of(tried, false, answer);
			}
			return answer.body().isBlank() ? MAPPER.createObjectNode() : answer.json(tried);
		}
		catch (IOException ex) {
			throw new OutsideProblem(Kind.UNKNOWN,
					"Heroku did not answer " + tried + "; whether it did something is looked up first.", ex);
		}
	}

	private Answer read(Request request) {
		String tried = "GET " + request.url().encodedPath();
		OutsideProblem problem = null;
		for (int attempt = 1; attempt <= TRIES; attempt++) {
			try {
				Answer answer = this.unchanged.heard(request, send(this.line.looking(), this.unchanged.ask(request)));
				if (answer.good()) {
					return answer;
				}
				problem = this.line.problems().of(tried, true, answer);
				if (answer.status() != 429 && answer.status() < 500) {
					throw problem;
				}
			}
			catch (IOException ex) {
				problem = new OutsideProblem(Kind.TRANSIENT,
						"Heroku did not answer " + tried + ". Try again in a minute.", ex);
			}
			this.line.pause().accept((attempt < TRIES) ? attempt : 0);
		}
		throw (problem != null) ? problem : new IllegalStateException("Nothing was tried");
	}

	private Answer send(OkHttpClient client, Request request) throws IOException {
		this.budget.begin(this.leave);
		try (Response response = client.newCall(request).execute()) {
			Answer answer = new Answer(response.code(), response.headers(), body(response));
			String left = answer.header("RateLimit-Remaining");
			if (left.matches("\\d{1,6}")) {
				this.budget.observe(Integer.parseInt(left));
			}
			return answer;
		}
		finally {
			this.budget.end();
		}
	}

	private static String body(Response response) throws IOException {
		BufferedSource source = response.body().source();
		if (source.request(LARGEST + 1)) {
			throw new InterruptedIOException("The answer is larger than " + LARGEST + " bytes");
		}
		return source.readUtf8();
	}

	private Request.Builder request(Host host, String path, String accept) {
		HttpUrl base = this.line.properties().base(host);
		HttpUrl url = base.resolve(path);
		if (url == null) {
			throw new IllegalArgumentException("No address: " + path);
		}
		return new Request.Builder().url(url)
			.header("Accept", accept)
			.header("User-Agent", "shiplift")
			.tag(Bearer.Token.class, this.token)
			.tag(Leave.class, this.leave);
	}

	/**
	 * What all accounts share: a client that follows redirects and one that does not, and
	 * how to wait for a number of seconds.
	 */
	record Line(HerokuProperties properties, OkHttpClient looking, OkHttpClient changing, Problems problems,
			LongConsumer pause) {

	}

}

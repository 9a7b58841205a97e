package io.shiplift.heroku.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.shiplift.credentials.Leave;
import io.shiplift.credentials.Mask;
import io.shiplift.heroku.Heroku;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Heroku on this machine that answers as the real one would for an invented shop, both
 * hosts and the undocumented ones under one address.
 */
public final class HerokuServer implements AutoCloseable {

	/** Must be seen nowhere but in the header of requests to Heroku. */
	public static final String TOKEN = "HRKU-canary-0123456789abcdef0123456789";

	/** What becomes of the shop's config vars; one is typed, as Heroku hides it. */
	public static final String[] ANSWERS = { "mark", "", "f.CELERY_BROKER_URL", "SECRET", "f.DATABASE_URL", "REPLACED",
			"f.DEBUG", "PLAIN", "f.REDIS_URL", "SECRET", "f.SECRET_KEY", "SECRET", "f.SIGNING_KEY", "ASKED",
			"f.value:SIGNING_KEY", "canary-typed-by-hand" };

	private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();

	private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

	private final MockWebServer server = new MockWebServer();

	private volatile long delayMillis;

	public HerokuServer() {
		reset();
		try {
			this.server.setDispatcher(new Scripted());
			this.server.start(InetAddress.getByName("127.0.0.1"), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Is the shop again, and forgets what was asked. */
	public void reset() {
		this.answers.clear();
		this.requests.clear();
		try (InputStream shop = HerokuServer.class.getResourceAsStream("shop.json")) {
			JsonNode all = JsonMapper.builder().build().readTree(shop);
			all.properties().forEach((entry) -> answer(entry.getKey(), entry.getValue().toString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Answers a path with JSON. */
	public void answer(String path, String json) {
		answer(path, 200, json);
	}

	public void answer(String path, int status, String body, String... headers) {
		MockResponse.Builder response = new MockResponse.Builder().code(status)
			.addHeader("Content-Type", "application/json")
			.addHeader("RateLimit-Remaining", "4321")
			.addHeader("Oauth-Scope", "global")
			.body(body);
		for (int i = 0; i < headers.length; i += 2) {
			response.setHeader(headers[i], headers[i + 1]);
		}
		this.answers.put(path, response.build());
	}

	void answer(String path, MockResponse response) {
		this.answers.put(path, response);
	}

	/** Answers a page of a list that is asked for by this range. */
	void page(String path, String range, String body) {
		answer(path + " " + range, 200, body);
	}

	public void forget(String path) {
		this.answers.remove(path);
	}

	/** From now on each answer takes so long. */
	public void delay(long millis) {
		this.delayMillis = millis;
	}

	public String address() {
		return "http://127.0.0.1:" + this.server.getPort();
	}

	/** What was asked so far. */
	public List<RecordedRequest> requests() {
		return List.copyOf(this.requests);
	}

	/** An account at this server. */
	public Heroku open(Leave leave) {
		return open(leave, Clock.systemUTC());
	}

	Heroku open(Leave leave, Clock clock) {
		HerokuProperties properties = new HerokuProperties(address(), address(), address(), address());
		OkHttpClient changing = ApiHerokuProvider.client(properties);
		Requests.Line line = new Requests.Line(properties, changing.newBuilder().followRedirects(true).build(),
				changing, new Problems(new Mask()), (tries) -> {
				});
		return new ApiHeroku(new Requests(line, new Bearer.Token(TOKEN), leave, new Budget(clock), new Unchanged()));
	}

	@Override
	public void close() {
		this.server.close();
	}

	private final class Scripted extends Dispatcher {

		@Override
		public MockResponse dispatch(RecordedRequest request) {
			HerokuServer.this.requests.add(request);
			String path = request.getUrl().encodedPath();
			MockResponse found = HerokuServer.this.answers.get(path + " " + request.getHeaders().get("Range"));
			if (found == null) {
				found = HerokuServer.this.answers.get(request.getMethod() + " " + path);
			}
			if (found == null) {
				found = HerokuServer.this.answers.get(path);
			}
			if (found == null) {
				found = new MockResponse.Builder().code(404)
					.addHeader("Content-Type", "application/json")
					.body("{\"id\":\"not_found\",\"message\":\"Couldn't find that.\"}")
					.build();
			}
			return found.newBuilder().headersDelay(HerokuServer.this.delayMillis, TimeUnit.MILLISECONDS).build();
		}

	}

}

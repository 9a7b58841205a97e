package io.shiplift.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.testing.RunningShiplift.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Somebody with a browser that knows no JavaScript: follows links, fills forms in and
 * submits them with whatever hidden fields they carry.
 */
public final class Visitor {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.connectTimeout(PATIENCE)
		.build();

	private final String base;

	public Visitor(String base) {
		this.base = base;
	}

	public void signIn(Person person) {
		Answer answer = get("/login").submit("form[action$=/login]",
				Map.of("username", person.email(), "password", person.password()));
		if (answer.path().startsWith("/login")) {
			throw new IllegalStateException("Cannot sign in: " + answer.page().text());
		}
	}

	public Answer get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.base + path)).GET());
	}

	/** Posts form fields, in pairs of name and value. */
	public Answer post(String path, List<Map.Entry<String, String>> fields) {
		StringBuilder body = new StringBuilder();
		for (Map.Entry<String, String> field : fields) {
			body.append(body.isEmpty() ? "" : "&")
				.append(encode(field.getKey()))
				.append('=')
				.append(encode(field.getValue()));
		}
		return send(HttpRequest.newBuilder(URI.create(this.base + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.timeout(PATIENCE).build(),
					HttpResponse.BodyHandlers.ofString());
			return new Answer(this, response.statusCode(), response.uri(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * What came back, after redirects.
	 */
	public record Answer(Visitor visitor, int status, URI uri, String body) {

		public Document page() {
			return Jsoup.parse(this.body, this.uri.toString());
		}

		public String path() {
			return this.uri.getPath();
		}

		/** Whether the page has something that matches the CSS query. */
		public boolean has(String query) {
			return page().selectFirst(query) != null;
		}

		public Answer follow(String query) {
			return this.visitor.get(pathOf(one(query).absUrl("href")));
		}

		/** Submits a form as it stands on the page, with some fields filled in. */
		public Answer submit(String query, Map<String, String> values) {
			return submit(query, List.copyOf(values.entrySet()));
		}

		/** The same for fields of which there are several with one name. */
		public Answer submit(String query, List<Map.Entry<String, String>> values) {
			FormElement form = (FormElement) one(query);
			Set<String> filled = values.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
			List<Map.Entry<String, String>> fields = new ArrayList<>();
			form.formData().forEach((field) -> {
				if (!filled.contains(field.key())) {
					fields.add(Map.entry(field.key(), field.value()));
				}
			});
			fields.addAll(values);
			return this.visitor.post(pathOf(form.absUrl("action")), fields);
		}

		/** The first element that matches the CSS query. */
		public Element one(String query) {
			Element element = page().selectFirst(query);
			if (element == null) {
				throw new IllegalStateException("Nothing matches " + query + " on " + this.uri + " (status "
						+ this.status + "):\n" + page().text());
			}
			return element;
		}

		private String pathOf(String absolute) {
			URI address = absolute.isEmpty() ? this.uri : URI.create(absolute);
			return address.getRawPath() + ((address.getRawQuery() != null) ? "?" + address.getRawQuery() : "");
		}

	}

}

package io.shiplift.heroku.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers of one account with their ETag, so that Heroku need not send again
 * what did not change. Nothing that may hold a secret is remembered.
 */
final class Unchanged {

	/** What is asked for again and again, and what is long. */
	private static final Pattern OPEN = Pattern
		.compile("/apps|/regions|/apps/[^/]+/(dynos|formation|available-dyno-sizes|domains|features|releases)");

	private static final int MOST = 100;

	private static final int LONGEST = 256 << 10;

	private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
			return size() > MOST;
		}

	};

	/** The same request, for a changed answer only if one is known. */
	synchronized Request ask(Request request) {
		@Nullable Answer known = this.answers.get(key(request));
		return (known != null) ? request.newBuilder().header("If-None-Match", known.header("ETag")).build() : request;
	}

	/** What came back, or what is known if that did not change. */
	synchronized Answer heard(Request request, Answer answer) {
		@Nullable Answer known = this.answers.get(key(request));
		if (answer.status() == 304 && known != null) {
			return known;
		}
		boolean open = OPEN.matcher(request.url().encodedPath()).matches();
		if (open && answer.status() == 200 && !answer.header("ETag").isEmpty() && answer.body().length() < LONGEST) {
			this.answers.put(key(request), answer);
		}
		return answer;
	}

	private static String key(Request request) {
		return request.url() + " " + request.header("Accept") + " " + request.header("Range");
	}

}

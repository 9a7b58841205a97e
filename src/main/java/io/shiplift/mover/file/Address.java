package io.shiplift.mover.file;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

import io.shiplift.mover.MoverProblem;

/**
 * The address of a file, which is never said to anybody. Only TLS will do, unless the
 * file is on this very machine.
 */
final class Address {

	private static final Pattern LOCAL = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private static final int HOPS = 5;

	private final URI uri;

	Address(String text) {
		this.uri = checked(parse(text));
	}

	/**
	 * Asks for what comes after {@code from} bytes; a file that changed meanwhile is sent
	 * whole. Only the head of the answer was read.
	 */
	HttpURLConnection open(long from, String tag) throws IOException {
		URI place = this.uri;
		for (int hop = 0; hop < HOPS; hop++) {
			HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
			connection.setInstanceFollowRedirects(false);
			connection.setConnectTimeout(10_000);
			connection.setReadTimeout(60_000);
			connection.setRequestProperty("Accept-Encoding", "identity");
			if (from > 0) {
				connection.setRequestProperty("Range", "bytes=" + from + "-");
				if (!tag.isEmpty()) {
					connection.setRequestProperty("If-Range", tag);
				}
			}
			String next = REDIRECTS.contains(connection.getResponseCode()) ? connection.getHeaderField("Location")
					: null;
			if (next == null) {
				return connection;
			}
			connection.disconnect();
			place = checked(place.resolve(parse(next)));
		}
		throw new MoverProblem("The address of the backup leads on and on. Make a new one.");
	}

	/** The server, for people. */
	String server() {
		return this.uri.getHost() + ((this.uri.getPort() > 0) ? ":" + this.uri.getPort() : "");
	}

	private static URI parse(String text) {
		try {
			return URI.create(text);
		}
		catch (IllegalArgumentException ex) {
			throw new MoverProblem("The address of the backup is not one. Make a new one.");
		}
	}

	private static URI checked(URI uri) {
		String host = uri.getHost();
		boolean local = host != null && LOCAL.matcher(host).matches();
		if (host == null || uri.getUserInfo() != null
				|| !("https".equalsIgnoreCase(uri.getScheme()) || local && "http".equalsIgnoreCase(uri.getScheme()))) {
			throw new MoverProblem("A backup is fetched only from an address that starts with https://.");
		}
		return uri;
	}

}

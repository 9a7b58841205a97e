package io.shiplift.repository.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * One request of JGit, sent by a client that connects to checked addresses only. It
 * follows no redirect by itself: JGit asks for a new connection then, which is checked
 * again.
 */
class GuardedConnection implements HttpConnection {

	private final OkHttpClient client;

	private final URL url;

	private final GitGuard guard;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	private String method = "GET";

	private @Nullable Response response;

	GuardedConnection(OkHttpClient client, URL url, GitGuard guard) {
		this.client = client;
		this.url = url;
		this.guard = guard;
	}

	private Response response() throws IOException {
		Response known = this.response;
		if (known == null) {
			Request.Builder request = new Request.Builder().url(this.url);
			this.headers.forEach(request::header);
			request
				.method(this.method,
						"POST".equals(this.method)
								? RequestBody.create(this.body.toByteArray(),
										MediaType.parse(
												this.headers.getOrDefault("Content-Type", "application/octet-stream")))
								: null);
			known = this.client.newCall(request.build()).execute();
			this.response = known;
		}
		return known;
	}

	@Override
	public int getResponseCode() throws IOException {
		return response().code();
	}

	@Override
	public URL getURL() {
		return this.url;
	}

	@Override
	public String getResponseMessage() throws IOException {
		return response().message();
	}

	@Override
	public Map<String, List<String>> getHeaderFields() {
		Response known = this.response;
		return (known != null) ? known.headers().toMultimap() : Map.of();
	}

	@Override
	public void setRequestProperty(String key, String value) {
		if (!"Accept-Encoding".equalsIgnoreCase(key)) {
			this.headers.put(key, value);
		}
	}

	@Override
	public void setRequestMethod(String method) {
		this.method = method;
	}

	@Override
	public void setUseCaches(boolean use) {
		// there is no cache
	}

	@Override
	public void setConnectTimeout(int millis) {
		// the client knows its own
	}

	@Override
	public void setReadTimeout(int millis) {
		// the client knows its own
	}

	@Override
	public @Nullable String getContentType() {
		return header("Content-Type");
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return this.guard.counting(response().body().byteStream());
	}

	@Override
	public @Nullable String getHeaderField(String name) {
		return header(name);
	}

	@Override
	public List<String> getHeaderFields(String name) {
		Response known = this.response;
		return (known != null) ? known.headers(name) : List.of();
	}

	@Override
	public int getContentLength() {
		Response known = this.response;
		return (known != null) ? (int) Math.min(Integer.MAX_VALUE, known.body().contentLength()) : -1;
	}

	@Override
	public void setInstanceFollowRedirects(boolean follow) {
		// never
	}

	@Override
	public void setDoOutput(boolean output) {
		this.method = output ? "POST" : this.method;
	}

	@Override
	public void setFixedLengthStreamingMode(int length) {
		// requests are small and kept whole
	}

	@Override
	public OutputStream getOutputStream() {
		return this.body;
	}

	@Override
	public void setChunkedStreamingMode(int length) {
		// requests are small and kept whole
	}

	@Override
	public String getRequestMethod() {
		return this.method;
	}

	@Override
	public boolean usingProxy() {
		return false;
	}

	@Override
	public void connect() throws IOException {
		response();
	}

	@Override
	public void configure(KeyManager @Nullable [] keys, TrustManager @Nullable [] trust,
			@Nullable SecureRandom random) {
		throw new IllegalStateException("TLS is never made weaker");
	}

	@Override
	public void setHostnameVerifier(@Nullable HostnameVerifier verifier) {
		throw new IllegalStateException("TLS is never made weaker");
	}

	private @Nullable String header(String name) {
		Response known = this.response;
		return (known != null) ? known.header(name) : null;
	}

}

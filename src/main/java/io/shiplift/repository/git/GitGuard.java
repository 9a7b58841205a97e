package io.shiplift.repository.git;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.shiplift.repository.tree.Counting;
import io.shiplift.repository.tree.Limits;
import io.shiplift.repository.tree.TooMuch;
import okhttp3.OkHttpClient;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Watches one download: whom it talks to, how much arrives and how long it takes.
 */
class GitGuard implements HttpConnectionFactory {

	private final Limits limits;

	private final Reach reach;

	private final Clock clock;

	private final Instant deadline;

	private final OkHttpClient client;

	private long received;

	private @Nullable TooMuch reason;

	GitGuard(Limits limits, Reach reach, Clock clock) {
		this.limits = limits;
		this.reach = reach;
		this.clock = clock;
		this.deadline = clock.instant().plus(limits.time());
		this.client = new OkHttpClient.Builder().dns(this::lookup)
			.proxy(Proxy.NO_PROXY)
			.followRedirects(false)
			.followSslRedirects(false)
			.retryOnConnectionFailure(false)
			.connectTimeout(Duration.ofSeconds(10))
			.readTimeout(Duration.ofSeconds(60))
			.callTimeout(limits.time())
			.build();
	}

	/** Why the download was stopped, if it was. */
	@Nullable TooMuch reason() {
		return this.reason;
	}

	@Override
	public HttpConnection create(URL url) throws IOException {
		return create(url, Proxy.NO_PROXY);
	}

	@Override
	public HttpConnection create(URL url, Proxy proxy) throws IOException {
		if (!"https".equals(url.getProtocol()) && !this.reach.plain()) {
			throw stopped("The server sends us on to an address without TLS, which is not used.");
		}
		lookup(url.getHost());
		return new GuardedConnection(this.client, url, this);
	}

	/** The stream, counted together with all others of this download. */
	InputStream counting(InputStream content) {
		long before = this.received;
		return new Counting(content, this.limits.receiving(Math.max(0, this.limits.received() - before))) {

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				try {
					int read = super.read(target, offset, length);
					GitGuard.this.received += Math.max(0, read);
					return read;
				}
				catch (TooMuch ex) {
					throw stopped(String.valueOf(Counting.tooLarge(GitGuard.this.limits).getMessage()));
				}
			}

		};
	}

	/** Asks to stop when time is up. */
	ProgressMonitor monitor() {
		return new EmptyProgressMonitor() {

			@Override
			public boolean isCancelled() {
				boolean late = GitGuard.this.clock.instant().isAfter(GitGuard.this.deadline);
				if (late) {
					stopped("The repository did not arrive within " + GitGuard.this.limits.time().toSeconds()
							+ " s. Try again, or upload an archive of the code.");
				}
				return late;
			}

		};
	}

	void close() {
		this.client.dispatcher().cancelAll();
		this.client.connectionPool().evictAll();
	}

	private List<InetAddress> lookup(String host) throws UnknownHostException {
		List<InetAddress> found = this.reach.names().lookup(host.replaceAll("^\\[|\\]$", ""));
		if (!found.stream().allMatch(this.reach.open())) {
			stopped("The address leads into a private network, which is never asked. Upload an archive of the code instead.");
			throw new UnknownHostException("private address");
		}
		return found;
	}

	private TooMuch stopped(String why) {
		TooMuch stop = new TooMuch(why);
		this.reason = (this.reason != null) ? this.reason : stop;
		return stop;
	}

}

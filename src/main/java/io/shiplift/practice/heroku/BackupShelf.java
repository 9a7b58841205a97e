package io.shiplift.practice.heroku;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.shiplift.practice.ConditionalOnPractice;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Where the scripted Heroku's backups can be fetched: on this machine only, under
 * addresses that nobody can guess and that end after an hour, like those of S3.
 */
@Component
@ConditionalOnPractice
class BackupShelf {

	private static final Duration VALID = Duration.ofHours(1);

	private final Map<String, Item> items = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final Clock clock;

	private @Nullable HttpServer server;

	BackupShelf(Clock clock) {
		this.clock = clock;
	}

	/** An address for a file. */
	String put(Path file) {
		byte[] bytes = new byte[24];
		this.random.nextBytes(bytes);
		String path = "/" + HexFormat.of().formatHex(bytes);
		this.items.put(path, new Item(file, this.clock.instant().plus(VALID)));
		return "http://127.0.0.1:" + server().getAddress().getPort() + path;
	}

	@PreDestroy
	synchronized void close() {
		if (this.server != null) {
			this.server.stop(0);
		}
	}

	private synchronized HttpServer server() {
		HttpServer running = this.server;
		if (running == null) {
			try {
				running = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			running.setExecutor((task) -> Thread.ofVirtual().name("practice-backup").start(task));
			running.createContext("/", this::answer);
			running.start();
			this.server = running;
		}
		return running;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			Item item = this.items.get(exchange.getRequestURI().getPath());
			if (item == null || item.until().isBefore(this.clock.instant())) {
				exchange.sendResponseHeaders(403, -1);
				return;
			}
			send(exchange, item.file());
		}
	}

	private static void send(HttpExchange exchange, Path file) throws IOException {
		long size = Files.size(file);
		String range = exchange.getRequestHeaders().getFirst("Range");
		long from = (range != null && range.matches("bytes=\\d{1,18}-")) ? Long.parseLong(range.replaceAll("\\D", ""))
				: 0;
		exchange.getResponseHeaders().add("ETag", "\"" + size + "\"");
		if (from >= size) {
			exchange.sendResponseHeaders(416, -1);
			return;
		}
		exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (size - 1) + "/" + size);
		exchange.sendResponseHeaders((from > 0) ? 206 : 200, size - from);
		try (InputStream stream = Files.newInputStream(file); OutputStream body = exchange.getResponseBody()) {
			stream.skipNBytes(from);
			stream.transferTo(body);
		}
	}

	private record Item(Path file, Instant until) {

	}

}

package io.shiplift.data;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.shiplift.mover.Backup;
import io.shiplift.mover.BackupContents;
import io.shiplift.mover.file.Checksum;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for backups that are fetched from a server.
 */
class FetchedBackupTests {

	@TempDir
	static Path files;

	private static Path file;

	@TempDir
	Path home;

	private HttpServer server;

	private final List<String> ranges = new ArrayList<>();

	@BeforeAll
	static void makeFile() throws Exception {
		file = Backups.dump(TestShops.small("fetched"), files.resolve("small.dump"));
	}

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void goesOnWhereTheConnectionBroke() throws Exception {
		byte[] bytes = Files.readAllBytes(file);
		AtomicInteger requests = new AtomicInteger();
		serve((exchange) -> {
			String range = exchange.getRequestHeaders().getFirst("Range");
			this.ranges.add(String.valueOf(range));
			int from = (range != null) ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
			int to = (requests.incrementAndGet() < 3) ? from + bytes.length / 3 : bytes.length;
			exchange.getResponseHeaders().add("ETag", "\"one\"");
			exchange.getResponseHeaders()
				.add("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
			exchange.sendResponseHeaders((from > 0) ? 206 : 200, bytes.length - from);
			OutputStream body = exchange.getResponseBody();
			body.write(bytes, from, to - from);
			body.flush();
			exchange.close();
		});
		Backups backups = new Backups(this.home);
		backups.move().look("look", new Backup(null, url(), bytes.length, Checksum.of(file)));
		backups.done("look");
		BackupContents contents = backups.move().restored("look").contents();
		assertThat(contents.sha256()).isEqualTo(Checksum.of(file));
		assertThat(Path.of(contents.file())).hasSameBinaryContentAs(file);
		assertThat(this.ranges).hasSize(3).startsWith("null");
		assertThat(this.ranges.get(2)).matches("bytes=[1-9]\\d*-");
		assertThat(backups.said("look")).extracting(MoverJobs.Said::text).anyMatch((text) -> text.contains("going on"));
		assertThat(Files.readString(this.home.resolve("jobs/look/lines.jsonl"))).doesNotContain("secret");
	}

	@Test
	void saysThatALinkHasExpired() throws Exception {
		serve((exchange) -> exchange.sendResponseHeaders(403, -1));
		assertThat(new Backups(this.home).refusal("look", new Backup(null, url(), 0, null)))
			.contains("does not work any more (403)")
			.contains("Ask for a new one");
	}

	@Test
	void saysThatTheSizeIsAnother() throws Exception {
		serve((exchange) -> {
			exchange.sendResponseHeaders(200, 10);
			exchange.getResponseBody().write(new byte[10]);
		});
		assertThat(new Backups(this.home).refusal("look", new Backup(null, url(), 11, null)))
			.contains("has 10 bytes, but 11 were expected");
	}

	@Test
	void goesNowhereWithoutTls() throws Exception {
		Backups backups = new Backups(this.home);
		assertThat(backups.refusal("a", new Backup(null, "http://192.0.2.1/b", 0, null))).contains("https://");
		assertThat(backups.refusal("b", new Backup(null, "file:///etc/passwd", 0, null))).contains("https://");
		serve((exchange) -> {
			exchange.getResponseHeaders().add("Location", "http://192.0.2.1/elsewhere");
			exchange.sendResponseHeaders(302, -1);
		});
		assertThat(backups.refusal("c", new Backup(null, url(), 0, null))).contains("https://");
	}

	@Test
	void saysWhatIsNoBackup() throws Exception {
		Backups backups = new Backups(this.home);
		Path text = Files.writeString(this.home.resolve("plain.sql"), "-- PostgreSQL database dump\n");
		assertThat(backups.refusal("a", new Backup(text.toString(), null, 0, null))).contains("plain SQL file");
		Path half = this.home.resolve("half");
		byte[] bytes = Files.readAllBytes(file);
		Files.write(half, Arrays.copyOf(bytes, 900));
		assertThat(backups.refusal("b", new Backup(half.toString(), null, 0, null)))
			.contains("The archive could not be read")
			.contains("end of file");
		bytes[6] = 16;
		Files.write(half, bytes);
		DatabaseTools old = DatabaseToolsTests.fakeTools(this.home.resolve("tools"), 15);
		assertThat(new Backups(this.home, old).refusal("c", new Backup(half.toString(), null, 0, null)))
			.contains("made by pg_dump 17 or later")
			.contains("newest pg_restore here is 15");
	}

	private void serve(Answer answer) {
		this.server.createContext("/backup", (exchange) -> {
			answer.to(exchange);
			exchange.close();
		});
	}

	private String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/backup?secret=1";
	}

	private interface Answer {

		void to(HttpExchange exchange) throws IOException;

	}

}

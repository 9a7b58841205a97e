package io.shiplift.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.shiplift.practice.database.PracticeLeftovers;
import org.awaitility.Awaitility;

/**
 * Shiplift as a process of its own, the way people run it: on a free port, with a scratch
 * directory for its data and an admin from the start. It can be killed and started again.
 */
public final class RunningShiplift implements AutoCloseable {

	/** The admin of the unattended set-up. */
	public static final Person ADMIN = new Person("ann.admin@example.com", "seven herons over the quay");

	private static final Duration START = Duration.ofMinutes(3);

	private static final HttpClient client = HttpClient.newHttpClient();

	private final Path scratch;

	private final int port;

	private final List<String> properties;

	private Process process;

	private RunningShiplift(Path scratch, List<String> properties) {
		this.scratch = scratch.toAbsolutePath();
		this.port = freePort();
		this.properties = properties;
		this.process = launch();
		awaitHealthy();
	}

	/** Starts on an H2 file below {@code scratch}. */
	public static RunningShiplift onH2(Path scratch, String... properties) {
		return new RunningShiplift(scratch, List.of(properties));
	}

	/** Starts on a PostgreSQL database. */
	public static RunningShiplift onPostgres(Path scratch, PostgresServer.Database database, String... properties) {
		List<String> all = new ArrayList<>(Arrays.asList(database.applicationProperties()));
		all.addAll(List.of(properties));
		return new RunningShiplift(scratch, all);
	}

	public String url(String path) {
		return "http://127.0.0.1:" + this.port + path;
	}

	/** The directory for all data. */
	public Path home() {
		return this.scratch.resolve("home");
	}

	public long pid() {
		return this.process.pid();
	}

	/** A visitor without JavaScript who has just signed in. */
	public Visitor signedIn(Person person) {
		Visitor visitor = new Visitor(url(""));
		visitor.signIn(person);
		return visitor;
	}

	/** A new person in the admin's team, who has set a password already. */
	public Person newPerson(String name, String... roles) {
		Person person = new Person(name.toLowerCase(Locale.ROOT) + "@example.com", "a long and winding road " + name);
		List<Map.Entry<String, String>> fields = new ArrayList<>(
				List.of(Map.entry("name", name), Map.entry("email", person.email())));
		for (String role : roles) {
			fields.add(Map.entry("roles", role));
		}
		String link = signedIn(ADMIN).get("/people/new")
			.submit("form[action$=/people]", fields)
			.one("main code")
			.text();
		Visitor.Answer joined = new Visitor(url("")).get(link.substring(url("").length()))
			.submit("form[action$=/join]", Map.of("name", name, "password", person.password()));
		if (joined.status() != 200) {
			throw new IllegalStateException(name + " cannot join: " + joined.page().text());
		}
		return person;
	}

	/** Ends it as a power cut would. */
	public void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	/** Ends it in an orderly way and answers the exit status. */
	public int stop() {
		this.process.destroy();
		return this.process.onExit().join().exitValue();
	}

	/** Starts it again with the same data on the same port. */
	public void startAgain() {
		this.process = launch();
		awaitHealthy();
	}

	/** Starts it again without waiting until it answers. */
	public void launchAgain() {
		this.process = launch();
	}

	/** Everything printed so far, by all its lives. */
	public String log() {
		try {
			return Files.readString(logFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process.isAlive()) {
			stop();
		}
		PracticeLeftovers.stop(home());
	}

	private Process launch() {
		try {
			PostgresServer.sharePrograms(home());
			Path password = this.scratch.resolve("admin-password");
			Files.writeString(password, ADMIN.password() + "\n");
			List<String> command = new ArrayList<>(Packaged.command());
			command.add("--shiplift.home=" + home());
			command.add("--server.port=" + this.port);
			command.add("--shiplift.setup.email=" + ADMIN.email());
			command.add("--shiplift.setup.password-file=" + password);
			this.properties.forEach((property) -> command.add("--" + property));
			return new ProcessBuilder(command).directory(this.scratch.toFile())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path logFile() {
		return this.scratch.resolve("shiplift.log");
	}

	/** Waits until it answers. */
	public void awaitHealthy() {
		Awaitility.await("Shiplift answers").atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("Shiplift ended while starting:\n" + tail(log()));
			}
			return healthy();
		});
	}

	private boolean healthy() throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness")))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String tail(String text) {
		List<String> lines = text.lines().toList();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Somebody who can sign in. */
	public record Person(String email, String password) {

	}

}

package io.shiplift.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.shiplift.practice.database.PostgresPrograms;
import io.shiplift.practice.database.Postmaster;

import org.springframework.util.FileSystemUtils;

/**
 * One real PostgreSQL server for the tests of this JVM, started at the first use and
 * stopped at the end. It listens on 127.0.0.1 on a free port.
 */
public final class PostgresServer {

	private static final Path HOME = Path.of("target", "postgres");

	private static final PostgresServer SERVER = new PostgresServer();

	private final AtomicInteger databases = new AtomicInteger();

	private final Postmaster postmaster;

	private final Postmaster.Address address;

	private PostgresServer() {
		PostgresPrograms programs = programs();
		stopLeftovers(programs);
		Path directory = HOME.resolve("server-" + ProcessHandle.current().pid());
		this.postmaster = Postmaster.at(directory, programs);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(this.postmaster, directory)));
		this.address = this.postmaster.running();
	}

	/** The server and its superuser. */
	public static Postmaster.Address address() {
		return SERVER.address;
	}

	/** A new, empty UTF-8 database, owned by the superuser. */
	public static Database freshDatabase() {
		String name = "test_" + SERVER.databases.incrementAndGet();
		execute("create database " + name);
		Postmaster.Address address = SERVER.address;
		return new Database("jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + name, address.user(),
				address.password(), address.host(), address.port(), name);
	}

	/**
	 * Lets an application with that home use the programs of the tests for its practice
	 * databases, which saves it unpacking them.
	 */
	public static void sharePrograms(Path home) {
		programs();
		try {
			Path practice = Files.createDirectories(home.resolve("practice"));
			if (!Files.exists(practice.resolve("programs"))) {
				Files.createSymbolicLink(practice.resolve("programs"), HOME.resolve("programs").toAbsolutePath());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lets the server write to a directory, whoever it runs as. */
	public static void giveTo(Path directory) throws IOException {
		Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
		Path data = HOME.resolve("server-" + ProcessHandle.current().pid()).resolve("data");
		Files.setAttribute(directory, "unix:uid", Files.getAttribute(data, "unix:uid"));
	}

	/** The server's programs, unpacked once for all test runs. */
	public static PostgresPrograms programs() {
		return PostgresPrograms.in(HOME);
	}

	/** Runs statements as superuser, each in a transaction of its own. */
	public static void execute(String... statements) {
		executeIn("postgres", statements);
	}

	/** The same in a certain database. */
	public static void executeIn(String database, String... statements) {
		try (Connection connection = SERVER.address.connect(database);
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Servers of test runs that were killed. */
	private static void stopLeftovers(PostgresPrograms programs) {
		try (Stream<Path> files = Files.list(HOME)) {
			List<Path> servers = files.filter((file) -> file.getFileName().toString().startsWith("server-")).toList();
			for (Path server : servers) {
				long pid = Long.parseLong(server.getFileName().toString().substring("server-".length()));
				if (ProcessHandle.of(pid).isEmpty()) {
					remove(Postmaster.at(server, programs), server);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void remove(Postmaster postmaster, Path directory) {
		postmaster.stopAtOnce();
		try {
			FileSystemUtils.deleteRecursively(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A database for one test; {@code url} is for JDBC.
	 */
	public record Database(String url, String user, String password, String host, int port, String name) {

		/** Properties that make the application run on it. */
		public String[] applicationProperties() {
			return new String[] { "spring.datasource.url=" + this.url, "spring.datasource.username=" + this.user,
					"spring.datasource.password=" + this.password };
		}

	}

}

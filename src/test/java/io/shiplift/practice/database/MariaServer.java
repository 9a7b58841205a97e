package io.shiplift.practice.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.shiplift.data.Command;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseEngine;

import org.springframework.util.FileSystemUtils;

/**
 * A real MariaDB server in a temporary directory, on 127.0.0.1 and a free port.
 */
public final class MariaServer implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(60);

	private static final String USERS = """
			create user 'boss'@'%' identified by 'boss';
			grant all on *.* to 'boss'@'%' with grant option;
			""";

	private final Path directory;

	private final Process process;

	private final int port;

	private MariaServer(Path directory, int port) throws IOException {
		this.directory = directory;
		this.port = port;
		this.process = start();
	}

	/** The one for all tests of this JVM. */
	public static MariaServer shared() {
		return Shared.SERVER;
	}

	/** A server of its own, for a test that stops it. */
	public static MariaServer another() {
		try {
			MariaServer server = new MariaServer(Files.createTempDirectory("shiplift-mariadb-"), freePort());
			Runtime.getRuntime().addShutdownHook(new Thread(server::close));
			server.await();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A new database with a user of its own, and what the statements put into it. */
	public DatabaseAddress database(String name, String... statements) {
		execute("", "create database " + name + " character set utf8mb4",
				"create user '" + name + "'@'%' identified by 'p:w ä'",
				"grant all on " + name + ".* to '" + name + "'@'%'");
		execute(name, statements);
		return new DatabaseAddress(DatabaseEngine.MYSQL, "127.0.0.1", this.port, name, name, "p:w ä");
	}

	/** A database as Django makes it. */
	public DatabaseAddress django(String name) {
		try {
			String script = new String(
					Objects.requireNonNull(MariaServer.class.getResourceAsStream("django-mariadb.sql")).readAllBytes(),
					StandardCharsets.UTF_8);
			return database(name, script.split(";\n"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Runs statements as administrator who lets old servers' values in. */
	public void execute(String database, String... statements) {
		try (Connection session = connect(database); Statement statement = session.createStatement()) {
			statement.execute("set session sql_mode = ''");
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Removes what it kept, too. */
	@Override
	public void close() {
		stopAtOnce();
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void stopAtOnce() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Connection connect(String database) throws SQLException {
		return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + this.port + "/" + database
				+ "?user=boss&password=boss&sslMode=disable&connectTimeout=2000");
	}

	private Process start() throws IOException {
		Path data = Files.createDirectories(this.directory.resolve("data"));
		Path users = Files.writeString(this.directory.resolve("users.sql"), USERS);
		Unprivileged user = Unprivileged.owner(this.directory);
		user.handOver(this.directory);
		Command made = Command.run(user.words("mariadb-install-db", "--no-defaults", "--datadir=" + data,
				"--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"));
		if (!made.worked()) {
			throw new IllegalStateException("No MariaDB server could be made: " + made.lastLines());
		}
		String program = Files.isExecutable(Path.of("/usr/sbin/mariadbd")) ? "/usr/sbin/mariadbd" : "mariadbd";
		return new ProcessBuilder(user.words(program, "--no-defaults", "--datadir=" + data, "--port=" + this.port,
				"--bind-address=127.0.0.1", "--socket=" + data.resolve("socket"), "--pid-file=" + data.resolve("pid"),
				"--init-file=" + users, "--character-set-server=utf8mb4", "--innodb-buffer-pool-size=64M",
				"--innodb-flush-log-at-trx-commit=0"))
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("log").toFile())
			.start();
	}

	private void await() {
		long end = System.nanoTime() + START.toNanos();
		while (true) {
			try (Connection session = connect("")) {
				session.isValid(5);
				return;
			}
			catch (SQLException ex) {
				if (!this.process.isAlive() || System.nanoTime() > end) {
					throw new IllegalStateException("The MariaDB server did not start, see " + this.directory, ex);
				}
			}
			pause();
		}
	}

	private static void pause() {
		try {
			if (new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("Nobody counts down");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static final class Shared {

		private static final MariaServer SERVER = another();

	}

}

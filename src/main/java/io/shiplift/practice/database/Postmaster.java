package io.shiplift.practice.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

import io.shiplift.data.Command;
import io.shiplift.outside.OutsideProblem;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server in a directory of its own: made at the first call, found again
 * while it runs, started again when it does not. It listens on 127.0.0.1 only, outlives
 * the process that started it, and is safe to be asked by several processes at once.
 */
public final class Postmaster {

	private static final String SUPERUSER = "postgres";

	private static final List<String> SETTINGS = List.of("listen_addresses = '127.0.0.1'",
			"unix_socket_directories = ''", "password_encryption = 'scram-sha-256'", "max_connections = 80",
			"shared_buffers = '64MB'", "max_wal_size = '1GB'", "maintenance_work_mem = '128MB'", "fsync = off",
			"synchronous_commit = off", "full_page_writes = off", "timezone = 'UTC'", "log_timezone = 'UTC'",
			"lc_messages = 'C'", "log_min_error_statement = 'panic'", "logging_collector = off",
			"log_checkpoints = off");

	private final Path directory;

	private final Path data;

	private final PostgresPrograms programs;

	private @Nullable Unprivileged user;

	private Postmaster(Path directory, PostgresPrograms programs) {
		this.directory = directory.toAbsolutePath();
		this.data = this.directory.resolve("data");
		this.programs = programs;
	}

	public static Postmaster at(Path directory, PostgresPrograms programs) {
		return new Postmaster(directory, programs);
	}

	/** Answers at once while the server runs; otherwise it takes about a second. */
	public synchronized Address running() {
		makeDirectory();
		try (FileChannel channel = FileChannel.open(this.directory.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
			if (!lock.isValid() || !Files.exists(this.directory.resolve("made"))) {
				make();
			}
			if (!alive()) {
				start();
			}
			return answering();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot use " + this.directory, ex);
		}
	}

	/** Stops the server and ends its sessions; nothing happens if it does not run. */
	public synchronized void stop() {
		if (alive()) {
			control("stop", "--mode=fast");
		}
	}

	/** The same without tidying up, for a directory that is thrown away. */
	public synchronized void stopAtOnce() {
		if (alive()) {
			control("stop", "--mode=immediate");
		}
	}

	/** Whether a server process works on this directory now. */
	public boolean alive() {
		Path pidFile = this.data.resolve("postmaster.pid");
		try {
			return Files.exists(pidFile) && isServer(Files.readAllLines(pidFile));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean isServer(List<String> pidLines) {
		return !pidLines.isEmpty() && ProcessHandle.of(Long.parseLong(pidLines.getFirst().strip()))
			.filter(ProcessHandle::isAlive)
			.map((process) -> process.info().command().orElse("").contains("postgres"))
			.orElse(false);
	}

	private void makeDirectory() {
		try {
			Files.createDirectories(this.directory);
			Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwx------"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot make " + this.directory, ex);
		}
	}

	private Unprivileged user() {
		if (this.user == null) {
			this.user = Unprivileged.owner(this.directory);
		}
		return this.user;
	}

	/** What an earlier, killed attempt left behind is thrown away. */
	private void make() throws IOException {
		Directories.delete(this.data);
		Path password = this.directory.resolve("password");
		writeSecretly(password, newPassword());
		user().handOver(this.directory);
		Command made = initdb(password, "C.UTF-8");
		if (!made.worked()) {
			made = initdb(password, "C");
		}
		if (!made.worked()) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The practice database server could not be made in " + this.directory + ": " + made.lastLines()
							+ ". Run Shiplift as an ordinary user that has a line in /etc/passwd.");
		}
		Files.createFile(this.directory.resolve("made"));
	}

	private Command initdb(Path password, String locale) {
		return Command.run(user().words(this.programs.program("initdb"), "--pgdata=" + this.data,
				"--username=" + SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8",
				"--locale=" + locale, "--no-sync"));
	}

	private void start() throws IOException {
		Files.deleteIfExists(this.data.resolve("postmaster.pid"));
		int port = port();
		writePort(port);
		Files.write(this.data.resolve("postgresql.conf"), SETTINGS);
		Files.writeString(this.data.resolve("postgresql.conf"), "port = " + port + "\n", StandardOpenOption.APPEND);
		user().handOver(this.data);
		Command started = control("start", "--wait", "--timeout=50", "--silent",
				"--log=" + this.data.resolve("server.log"));
		if (!started.worked()) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT,
					"The practice database server in " + this.directory + " did not start: " + started.lastLines()
							+ ". Its log is " + this.data.resolve("server.log") + "; deleting the directory "
							+ this.directory + " makes a new one.");
		}
	}

	private Command control(String... words) {
		List<String> command = user().words(this.programs.program("pg_ctl"), "--pgdata=" + this.data);
		command.addAll(List.of(words));
		return Command.run(command);
	}

	private Address answering() throws IOException {
		Address address = new Address("127.0.0.1", Integer.parseInt(Files.readString(portFile()).strip()), SUPERUSER,
				Files.readString(this.directory.resolve("password")).strip());
		try (Connection connection = address.connect(SUPERUSER)) {
			connection.isValid(5);
			return address;
		}
		catch (SQLException ex) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "The practice database server on 127.0.0.1:"
					+ address.port() + " does not answer yet: " + ex.getMessage(), ex);
		}
	}

	private Path portFile() {
		return this.directory.resolve("port");
	}

	/** The port of the last time, as addresses may be written down, or a free one. */
	private int port() throws IOException {
		if (Files.exists(portFile())) {
			int port = Integer.parseInt(Files.readString(portFile()).strip());
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (IOException ex) {
				return freePort();
			}
		}
		return freePort();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void writePort(int port) throws IOException {
		Path half = this.directory.resolve("port.half");
		Files.writeString(half, Integer.toString(port));
		Files.move(half, portFile(), StandardCopyOption.REPLACE_EXISTING);
	}

	static void writeSecretly(Path file, String secret) throws IOException {
		Files.deleteIfExists(file);
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(file, secret);
	}

	static String newPassword() {
		byte[] bytes = new byte[18];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * Where the server listens, and its superuser.
	 */
	public record Address(String host, int port, String user, String password) {

		public Connection connect(String database) throws SQLException {
			Properties properties = new Properties();
			properties.setProperty("user", this.user);
			properties.setProperty("password", this.password);
			properties.setProperty("connectTimeout", "5");
			properties.setProperty("loginTimeout", "5");
			return DriverManager.getConnection("jdbc:postgresql://" + this.host + ":" + this.port + "/" + database,
					properties);
		}

		@Override
		public String toString() {
			return this.user + "@" + this.host + ":" + this.port;
		}

	}

}

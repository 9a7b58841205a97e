package io.shiplift.practice.database;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.ConditionalOnPractice;
import jakarta.annotation.PreDestroy;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The two real PostgreSQL servers of the practice world: the source with a shop for each
 * world, and the target that plays RDS. Nothing is made before its first use.
 */
@Component
@ConditionalOnPractice
public class PracticeDatabases {

	private static final Logger logger = LoggerFactory.getLogger(PracticeDatabases.class);

	private static final Pattern WORLD = Pattern.compile("[a-z][a-z0-9]{0,30}");

	private static final String MASTER = "shiplift_master";

	private static final List<String> SERVERS = List.of("source", "target");

	private final Path directory;

	private final boolean keep;

	private final Sharing sharing;

	private boolean closed;

	PracticeDatabases(@Value("${shiplift.home}") String home,
			@Value("${shiplift.practice.keep-databases:false}") boolean keep) {
		this.directory = Path.of(home).toAbsolutePath().resolve("practice");
		this.keep = keep;
		this.sharing = new Sharing(this.directory);
	}

	/** The world's shop as {@code DATABASE_URL} names it; made at the first call. */
	public String sourceUrl(String world) {
		return source(world).toUrl();
	}

	/** The world's shop; made at the first call, which takes some seconds. */
	public DatabaseAddress source(String world) {
		Postmaster.Address server = server("source");
		DatabaseAddress address = address(server, world);
		try {
			new Shop(server).make(address.database(), address.user(), address.password());
			return address;
		}
		catch (SQLException ex) {
			throw problem("The shop of world " + world + " could not be made", ex);
		}
	}

	/** Removes the world's shop, if there is one. */
	public void forget(String world) {
		Postmaster.Address server = server("source");
		DatabaseAddress address = address(server, world);
		try {
			new Shop(server).drop(address.database(), address.user());
		}
		catch (SQLException ex) {
			throw problem("The shop of world " + world + " could not be removed", ex);
		}
	}

	/**
	 * The target server's master user. Like the one of RDS it is no superuser but makes
	 * roles and databases and may leave out triggers.
	 */
	public DatabaseAddress targetMaster() {
		Postmaster.Address server = server("target");
		String password = derived(server, "master");
		try (Connection connection = server.connect("postgres"); Statement statement = connection.createStatement()) {
			statement.execute("select pg_advisory_lock(7311)");
			try (ResultSet row = statement.executeQuery("select 1 from pg_roles where rolname = '" + MASTER + "'")) {
				if (!row.next()) {
					statement.execute("create role " + MASTER + " login createdb createrole");
				}
			}
			statement.execute("grant set on parameter session_replication_role to " + MASTER);
			connection.unwrap(PGConnection.class).alterUserPassword(MASTER, password.toCharArray(), "scram-sha-256");
			return new DatabaseAddress(server.host(), server.port(), "postgres", MASTER, password);
		}
		catch (SQLException ex) {
			throw problem("The master user of the practice target could not be made", ex);
		}
	}

	/**
	 * Servers that were made earlier are started again, as those who noted their address
	 * go there directly. Nobody waits for it.
	 */
	@EventListener(ApplicationReadyEvent.class)
	void startThoseMadeEarlier() {
		for (String name : SERVERS) {
			if (postmasterMade(name)) {
				Thread.ofVirtual().name("practice-" + name).start(() -> startQuietly(name));
			}
		}
	}

	/** The last node that leaves takes the servers down, unless they are to be kept. */
	@PreDestroy
	synchronized void close() {
		this.closed = true;
		if (this.sharing.leaveAsLast() && !this.keep) {
			for (String name : SERVERS) {
				if (postmasterMade(name)) {
					postmaster(name).stop();
				}
			}
		}
	}

	private synchronized Postmaster.Address server(String name) {
		if (this.closed) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT,
					"Shiplift is shutting down; the practice databases will be back with it.");
		}
		this.sharing.join();
		Postmaster postmaster = postmaster(name);
		boolean ran = postmaster.alive();
		Postmaster.Address address = postmaster.running();
		if (!ran) {
			logger.info("Practice {} database server runs on {}:{}", name, address.host(), address.port());
		}
		return address;
	}

	private void startQuietly(String name) {
		try {
			server(name);
		}
		catch (OutsideProblem | UncheckedIOException ex) {
			logger.warn("Practice {} database server did not start: {}", name, ex.getMessage());
		}
	}

	private boolean postmasterMade(String name) {
		return Files.exists(this.directory.resolve(name).resolve("made"));
	}

	private Postmaster postmaster(String name) {
		return Postmaster.at(this.directory.resolve(name), PostgresPrograms.in(this.directory));
	}

	private static DatabaseAddress address(Postmaster.Address server, String world) {
		if (!WORLD.matcher(world).matches()) {
			throw new IllegalArgumentException(
					"A world's name has 1 to 31 lower-case letters and digits and starts with a letter");
		}
		return new DatabaseAddress(server.host(), server.port(), "shop_" + world, "u_" + world, derived(server, world));
	}

	/** The same at every call without being written down. */
	private static String derived(Postmaster.Address server, String name) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(server.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] bytes = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(bytes, 0, 24);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static OutsideProblem problem(String what, SQLException ex) {
		return new OutsideProblem(OutsideProblem.Kind.TRANSIENT, what + ": " + ex.getMessage(), ex);
	}

}

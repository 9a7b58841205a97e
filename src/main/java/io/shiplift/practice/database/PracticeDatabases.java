package io.shiplift.practice.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
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
import org.springframework.stereotype.Component;

/**
 * The two real PostgreSQL servers of the practice world: the source with a shop for each
 * world, and the target that plays RDS. Nothing is started before its first use.
 */
@Component
@ConditionalOnPractice
public class PracticeDatabases {

	private static final Logger logger = LoggerFactory.getLogger(PracticeDatabases.class);

	private static final Pattern WORLD = Pattern.compile("[a-z][a-z0-9]{0,30}");

	private static final String MASTER = "shiplift_master";

	private final Path directory;

	private final boolean keep;

	private final Sharing sharing;

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
	 * roles and databases.
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
			connection.unwrap(PGConnection.class).alterUserPassword(MASTER, password.toCharArray(), "scram-sha-256");
			return new DatabaseAddress(server.host(), server.port(), "postgres", MASTER, password);
		}
		catch (SQLException ex) {
			throw problem("The master user of the practice target could not be made", ex);
		}
	}

	/** The last node that leaves takes the servers down, unless they are to be kept. */
	@PreDestroy
	void close() {
		if (this.sharing.leaveAsLast() && !this.keep) {
			for (String name : new String[] { "source", "target" }) {
				postmaster(name).stop();
			}
		}
	}

	private Postmaster.Address server(String name) {
		this.sharing.join();
		Postmaster postmaster = postmaster(name);
		boolean ran = postmaster.alive();
		Postmaster.Address address = postmaster.running();
		if (!ran) {
			logger.info("Practice {} database server runs on {}:{}", name, address.host(), address.port());
		}
		return address;
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

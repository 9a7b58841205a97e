package io.shiplift.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

import io.shiplift.practice.database.Postmaster;
import io.shiplift.practice.database.TestShops;
import io.shiplift.testing.PostgresServer;

/**
 * A source and a target server for measurements, set up as servers that must not lose
 * anything are, with a large shop on the source. They stay for the next run.
 */
final class BenchmarkServers implements AutoCloseable {

	private static final List<String> DURABLE = List.of("fsync = on", "synchronous_commit = on",
			"full_page_writes = on", "shared_buffers = '512MB'", "maintenance_work_mem = '64MB'",
			"max_wal_size = '1GB'");

	/** What a parameter group of RDS may set while data is loaded. */
	private static final List<String> LOADING = List.of("max_wal_size = '16GB'", "checkpoint_timeout = '30min'",
			"autovacuum = off");

	private static final List<String> SERVING = List.of("max_wal_size = '1GB'", "checkpoint_timeout = '5min'",
			"autovacuum = on");

	private final Postmaster source = postmaster("source");

	private final Postmaster target = postmaster("target");

	private final DatabaseAddress shop;

	private BenchmarkServers(int gigabytes) throws SQLException, IOException {
		durable(this.source);
		durable(this.target);
		this.shop = TestShops.shop(this.source.running(), "bench_" + gigabytes);
		enlarge(gigabytes);
		superuser(this.target, "do $$ begin create role bench_master login createdb createrole password 'master';"
				+ " exception when duplicate_object then null; end $$");
	}

	static BenchmarkServers with(int gigabytes) throws SQLException, IOException {
		return new BenchmarkServers(gigabytes);
	}

	DatabaseAddress shop() {
		return this.shop;
	}

	DatabaseAddress master() {
		Postmaster.Address address = this.target.running();
		return new DatabaseAddress(address.host(), address.port(), "postgres", "bench_master", "master");
	}

	/** Who may leave out triggers, as RDS's master may. */
	DatabaseAddress changer() {
		Postmaster.Address address = this.target.running();
		return new DatabaseAddress(address.host(), address.port(), "postgres", address.user(), address.password());
	}

	/**
	 * An empty database for the superuser, as pgcopydb makes extensions and their schemas
	 * itself.
	 */
	DatabaseAddress plainTarget() throws SQLException {
		superuser(this.target, "drop database if exists bench_plain");
		superuser(this.target, "create database bench_plain template template0 encoding 'UTF8'");
		superuser(this.target, "alter database bench_plain set search_path = public, heroku_ext");
		Postmaster.Address address = this.target.running();
		return new DatabaseAddress(address.host(), address.port(), "bench_plain", address.user(), address.password());
	}

	/** Sets the target up for loading, or as it serves. */
	void loading(boolean on) throws SQLException {
		for (String setting : on ? LOADING : SERVING) {
			superuser(this.target, "alter system set " + setting);
		}
		superuser(this.target, "select pg_reload_conf()");
		checkpoint();
	}

	/** What one measurement left to be written must not slow down the next. */
	void checkpoint() throws SQLException {
		superuser(this.source, "checkpoint");
		superuser(this.target, "checkpoint");
	}

	@Override
	public void close() {
		this.source.stop();
		this.target.stop();
	}

	private void enlarge(int gigabytes) throws SQLException, IOException {
		if (Sql.number(this.shop, "select count(*) from pg_class where relname = 'measurement'") == 0) {
			try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("large.sql"))) {
				String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
				fill(text.formatted(gigabytes));
			}
		}
	}

	private void fill(String script) throws SQLException {
		try (Connection connection = this.source.running().connect(this.shop.database());
				Statement statement = connection.createStatement()) {
			// pgcopydb 0.10 stops at a schema that the user may not read.
			statement.execute("drop schema if exists _heroku cascade");
			statement.execute("set role " + this.shop.user());
			connection.setAutoCommit(false);
			statement.execute(script);
			connection.commit();
			connection.setAutoCommit(true);
			statement.execute("analyze");
		}
	}

	private static void durable(Postmaster server) throws SQLException {
		for (String setting : DURABLE) {
			superuser(server, "alter system set " + setting);
		}
		server.stop();
		server.running();
	}

	private static void superuser(Postmaster server, String sql) throws SQLException {
		try (Connection connection = server.running().connect("postgres");
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static Postmaster postmaster(String name) {
		return Postmaster.at(Path.of("target", "benchmark", name), PostgresServer.programs());
	}

}

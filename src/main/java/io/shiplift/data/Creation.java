package io.shiplift.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.shiplift.mover.Names;
import io.shiplift.outside.OutsideProblem;

/**
 * Makes one database ready to be restored into, or finishes what a killed attempt began.
 */
final class Creation {

	private static final Set<String> NOT_NEEDED = Set.of("plpgsql", "pg_stat_statements");

	private static final String NO_SUCH_LOCALE = "42809";

	private final DatabaseAddress master;

	private final String database;

	private final String owner;

	private final List<String> remarks = new ArrayList<>();

	Creation(DatabaseAddress master, String database, String owner) {
		this.master = master;
		this.database = database;
		this.owner = owner;
	}

	FreshDatabase create(String password, DatabaseFacts source) {
		try (Connection connection = this.master.connect(); Statement statement = connection.createStatement()) {
			makeRole(connection, statement, password);
			if (!there(connection, "select 1 from pg_database where datname = ?", this.database)) {
				makeDatabase(statement, source.sorting());
			}
			refuseForeign(connection);
			prepare(source);
			statement.execute("revoke all on database " + Names.quoted(this.database) + " from public");
			return new FreshDatabase(this.master.withDatabase(this.database).withUser(this.owner, password),
					List.copyOf(this.remarks));
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Making database " + this.database, this.master, ex);
		}
	}

	private void makeRole(Connection connection, Statement statement, String password) throws SQLException {
		if (!there(connection, "select 1 from pg_roles where rolname = ?", this.owner)) {
			statement.execute("create role " + Names.quoted(this.owner) + " login");
		}
		DatabaseServer.setPassword(connection, this.owner, password);
		if (!there(connection, "select 1 from pg_roles where rolname = ? and pg_has_role(oid, 'USAGE')", this.owner)) {
			statement.execute("grant " + Names.quoted(this.owner) + " to current_user");
		}
	}

	private void makeDatabase(Statement statement, DatabaseFacts.Sorting sorting) throws SQLException {
		String plain = "create database " + Names.quoted(this.database) + " owner " + Names.quoted(this.owner)
				+ " template template0 encoding 'UTF8'";
		String icu = sorting.icuLocale();
		String like = " lc_collate " + Names.literal(sorting.collate()) + " lc_ctype " + Names.literal(sorting.ctype())
				+ ((icu != null) ? " locale_provider icu icu_locale " + Names.literal(icu) : "");
		try {
			statement.execute(plain + like);
		}
		catch (SQLException ex) {
			if (!NO_SUCH_LOCALE.equals(ex.getSQLState())) {
				throw ex;
			}
			statement.execute(plain);
			this.remarks.add("The source sorts text by " + sorting.collate()
					+ ", which the target server does not know; sorted lists may come in another order.");
		}
	}

	/** A database that somebody else owns is not taken over. */
	private void refuseForeign(Connection connection) throws SQLException {
		if (!there(connection,
				"select 1 from pg_database where datname = ? and pg_get_userbyid(datdba) = '" + this.owner + "'",
				this.database)) {
			throw new OutsideProblem(OutsideProblem.Kind.REFUSED, "The target has a database " + this.database
					+ " that does not belong to " + this.owner + ". Shiplift leaves it alone: rename or remove it.");
		}
	}

	private void prepare(DatabaseFacts source) throws SQLException {
		try (Connection connection = this.master.withDatabase(this.database).connect();
				Statement statement = connection.createStatement()) {
			for (DatabaseFacts.Extension extension : source.extensions()) {
				if (!NOT_NEEDED.contains(extension.name())) {
					makeExtension(connection, statement, extension);
				}
			}
			takeSearchPath(connection, statement, source.searchPath());
		}
	}

	private void makeExtension(Connection connection, Statement statement, DatabaseFacts.Extension extension)
			throws SQLException {
		if (!there(connection, "select 1 from pg_available_extensions where name = ?", extension.name())) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The source uses the extension " + extension.name()
							+ ", which the target server does not offer. Remove it from the source (drop extension "
							+ extension.name() + ") or choose a server that has it.");
		}
		if (!there(connection, "select 1 from pg_namespace where nspname = ?", extension.schema())) {
			statement.execute(
					"create schema " + Names.quoted(extension.schema()) + " authorization " + Names.quoted(this.owner));
		}
		statement.execute("create extension if not exists " + Names.quoted(extension.name()) + " schema "
				+ Names.quoted(extension.schema()) + " cascade");
	}

	private void takeSearchPath(Connection connection, Statement statement, String path) throws SQLException {
		try (PreparedStatement set = connection.prepareStatement("select set_config('search_path', ?, false)")) {
			set.setString(1, path);
			set.execute();
		}
		statement.execute("alter database " + Names.quoted(this.database) + " set search_path from current");
	}

	private static boolean there(Connection connection, String sql, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, name);
			try (ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		}
	}

}

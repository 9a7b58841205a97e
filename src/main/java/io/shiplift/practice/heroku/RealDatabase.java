package io.shiplift.practice.heroku;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.shiplift.data.BackupMove;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.MoveState;
import io.shiplift.heroku.Heroku;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.database.PracticeDatabases;

import org.springframework.stereotype.Component;

/**
 * The shop's real PostgreSQL database.
 */
@Component
@ConditionalOnPractice
class RealDatabase implements SourceDatabase {

	private static final String END_OTHERS = "select count(pg_terminate_backend(pid)) from pg_stat_activity"
			+ " where datname = current_database() and usename = current_user and pid <> pg_backend_pid()";

	private final PracticeDatabases databases;

	private final BackupMove backups;

	private final BackupShelf shelf;

	RealDatabase(PracticeDatabases databases, BackupMove backups, BackupShelf shelf) {
		this.databases = databases;
		this.backups = backups;
		this.shelf = shelf;
	}

	@Override
	public String url(String world) {
		return this.databases.sourceUrl(world);
	}

	@Override
	public int endSessions(String world) {
		DatabaseAddress address = this.databases.source(world);
		String url = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database();
		try (Connection connection = DriverManager.getConnection(url, address.user(), address.password());
				Statement statement = connection.createStatement();
				ResultSet ended = statement.executeQuery(END_OTHERS)) {
			ended.next();
			return ended.getInt(1);
		}
		catch (SQLException ex) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT,
					"Sessions on the shop's database could not be ended: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void dump(String world, String token) {
		this.backups.dump(job(token), this.databases.source(world));
	}

	@Override
	public Dump dumped(String token) {
		MoveState state = this.backups.state(job(token)).orElse(null);
		if (state == null) {
			return new Dump(Heroku.Backup.State.FAILED, 0, "It is not kept any more.");
		}
		return switch (state.status()) {
			case RUNNING -> new Dump(Heroku.Backup.State.RUNNING, 0, state.message());
			case DONE ->
				new Dump(Heroku.Backup.State.DONE, this.backups.file(job(token)).toFile().length(), "Finished");
			case FAILED, DIED -> new Dump(Heroku.Backup.State.FAILED, 0, state.message());
		};
	}

	@Override
	public String dumpUrl(String token) {
		return this.shelf.put(this.backups.file(job(token)));
	}

	private static String job(String token) {
		return "heroku-" + token;
	}

}

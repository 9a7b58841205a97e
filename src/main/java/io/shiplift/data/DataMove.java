package io.shiplift.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import io.shiplift.mover.ConvertJob;
import io.shiplift.mover.CopyJob;
import io.shiplift.mover.Names;
import io.shiplift.mover.Tools;
import io.shiplift.outside.OutsideProblem;

import org.springframework.stereotype.Component;

/**
 * Copies a database into a fresh one, as a job of the mover.
 */
@Component
public class DataMove {

	/** The first version whose tools set a parameter that older servers refuse. */
	private static final int SETS_TRANSACTION_TIMEOUT = 17;

	/** Indexes of a converted database that are built side by side. */
	private static final int WORKERS = 2;

	private final MoverJobs jobs;

	private final DatabaseTools tools;

	DataMove(MoverJobs jobs, DatabaseTools tools) {
		this.jobs = jobs;
		this.tools = tools;
	}

	/**
	 * Starts a copy and returns at once. With a token that was used before nothing
	 * happens and the answer is false. The target is a fresh database and its owner.
	 */
	public boolean start(String token, DatabaseAddress source, DatabaseAddress target) {
		return start(token, source, target, DatabaseComparison.Scope.FAST);
	}

	/**
	 * The same for a comparison that was asked for. A source of another kind is
	 * converted.
	 */
	public boolean start(String token, DatabaseAddress source, DatabaseAddress target, DatabaseComparison.Scope scope) {
		if (this.jobs.known(token)) {
			return false;
		}
		return this.jobs.start(token,
				source.foreign()
						? new ConvertJob(source.side(), target.side(), WORKERS, scope.shape(), scope.invariants())
						: job(source, target, scope));
	}

	/** The work of a copy, if the servers and the tools here are up to it. */
	CopyJob job(DatabaseAddress source, DatabaseAddress target, DatabaseComparison.Scope scope) {
		Names.checked(target.database());
		int major = major(source);
		int targetMajor = major(target);
		if (targetMajor < major) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The source is PostgreSQL " + major + " but the target only " + targetMajor
							+ ". Choose a target server of version " + major + " or later.");
		}
		DatabaseTools.Kit kit = this.tools.forServer(major);
		boolean newer = kit.major() >= SETS_TRANSACTION_TIMEOUT && targetMajor < SETS_TRANSACTION_TIMEOUT;
		return new CopyJob(source.side(), target.side(), new Tools(kit.directory().toString(), newer), streams(source),
				true, scope.hash(major, targetMajor), scope.invariants());
	}

	/** Empty if there never was a copy with that token. */
	public Optional<MoveState> state(String token) {
		return this.jobs.state(token);
	}

	/** Ends a copy for good. When this returns, no process of it is left. */
	public void stop(String token) {
		this.jobs.stop(token);
	}

	private static int streams(DatabaseAddress source) {
		try (Connection connection = source.connect(); Statement statement = connection.createStatement()) {
			return LimitsReader.streams(statement);
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Counting connections of " + source, source, ex);
		}
	}

	static int major(DatabaseAddress address) {
		try (Connection connection = address.connect()) {
			return connection.getMetaData().getDatabaseMajorVersion();
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Opening " + address, address, ex);
		}
	}

}

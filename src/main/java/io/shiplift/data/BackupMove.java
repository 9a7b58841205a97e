package io.shiplift.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.shiplift.mover.Backup;
import io.shiplift.mover.BackupContents;
import io.shiplift.mover.Comparison;
import io.shiplift.mover.DumpJob;
import io.shiplift.mover.FileCheckJob;
import io.shiplift.mover.FileJob;
import io.shiplift.mover.Names;
import io.shiplift.mover.Restored;
import io.shiplift.mover.Tools;
import io.shiplift.outside.OutsideProblem;

import org.springframework.stereotype.Component;

/**
 * Makes backup files, looks at them, restores them into fresh databases and compares
 * these with the file, as jobs of the mover. Each job has a token; starting one twice
 * does nothing.
 */
@Component
public class BackupMove {

	private static final int WORKERS = 2;

	private static final int SETS_TRANSACTION_TIMEOUT = 17;

	private final MoverJobs jobs;

	private final DatabaseTools tools;

	BackupMove(MoverJobs jobs, DatabaseTools tools) {
		this.jobs = jobs;
		this.tools = tools;
	}

	/** Starts to write a backup of a database into the job's directory. */
	public boolean dump(String token, DatabaseAddress source) {
		if (this.jobs.known(token)) {
			return false;
		}
		DatabaseTools.Kit kit = this.tools.forServer(DataMove.major(source));
		return this.jobs.start(token, new DumpJob(source.side(), tools(kit, kit.major())));
	}

	/** Starts to fetch a backup, if it is not here, and to look at it. */
	public boolean look(String token, Backup backup) {
		if (this.jobs.known(token)) {
			return false;
		}
		DatabaseTools.Kit kit = this.tools.newest();
		return this.jobs.start(token, new FileJob(backup, tools(kit, kit.major()), kit.major(), null, WORKERS));
	}

	/** Starts to restore a backup that was looked at into a fresh database. */
	public boolean restore(String token, BackupContents contents, DatabaseAddress target) {
		if (this.jobs.known(token)) {
			return false;
		}
		Names.checked(target.database());
		int targetMajor = DataMove.major(target);
		if (targetMajor < contents.major()) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The backup is of PostgreSQL " + contents.major() + " but the target only " + targetMajor
							+ ". Choose a target server of version " + contents.major() + " or later.");
		}
		DatabaseTools.Kit kit = this.tools.forServer(contents.needs());
		return this.jobs.start(token, new FileJob(Backup.at(contents.file(), contents.sha256()),
				tools(kit, targetMajor), kit.major(), target.side(), WORKERS));
	}

	/** Starts to compare a restored database with the rows that its backup holds. */
	public boolean check(String token, Restored restored, DatabaseAddress target) {
		return !this.jobs.known(token) && this.jobs.start(token,
				new FileCheckJob(new Comparison.Moment(restored.contents().made(), restored.contents().version()),
						target.side(), restored.tables(), WORKERS));
	}

	/** Empty if there never was a job with that token. */
	public Optional<MoveState> state(String token) {
		return this.jobs.state(token);
	}

	/** What a finished dump wrote. */
	public BackupContents dumped(String token) {
		return this.jobs.result(token, BackupContents.class);
	}

	/** What a finished look or restore found. */
	public Restored restored(String token) {
		return this.jobs.result(token, Restored.class);
	}

	/** What a finished check found. */
	public Comparison checked(String token) {
		return this.jobs.result(token, Comparison.class);
	}

	/** The file that a finished dump wrote. */
	public Path file(String token) {
		return Path.of(dumped(token).file());
	}

	/** The table of contents as a finished dump or look kept it. */
	public List<String> contents(String token) {
		return this.jobs.file(token, BackupContents.LIST);
	}

	/** Ends a job for good; a backup file that it wrote is removed. */
	public void stop(String token) {
		this.jobs.stop(token);
	}

	/** The same, and removes all that is known of it. */
	public void forget(String token) {
		this.jobs.forget(token);
	}

	private static Tools tools(DatabaseTools.Kit kit, int targetMajor) {
		return new Tools(kit.directory().toString(),
				kit.major() >= SETS_TRANSACTION_TIMEOUT && targetMajor < SETS_TRANSACTION_TIMEOUT);
	}

}

package io.shiplift.data;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.shiplift.mover.Backup;
import io.shiplift.mover.Comparison;
import io.shiplift.mover.Restored;
import io.shiplift.practice.database.TestShops;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests of backup files do again and again: make one, look at it, restore it.
 */
final class Backups {

	private static final MoverProgram PROGRAM = new MoverProgram(Path.of("target").toString());

	private final MoverJobs jobs;

	private final BackupMove move;

	Backups(Path home) {
		this(home, new DatabaseTools(""));
	}

	Backups(Path home, DatabaseTools tools) {
		this.jobs = new MoverJobs(home.toString(), PROGRAM);
		this.move = new BackupMove(this.jobs, tools);
	}

	BackupMove move() {
		return this.move;
	}

	/** A backup as anybody makes one, with further arguments for pg_dump. */
	static Path dump(DatabaseAddress source, Path file, String... more) throws Exception {
		List<String> words = new ArrayList<>(
				List.of(new DatabaseTools("").newest().directory().resolve("pg_dump").toString(), "--format=custom",
						"--no-password", "--file=" + file));
		words.addAll(List.of(more));
		ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
		builder.environment().put("PGHOST", source.host());
		builder.environment().put("PGPORT", Integer.toString(source.port()));
		builder.environment().put("PGDATABASE", source.database());
		builder.environment().put("PGUSER", source.user());
		builder.environment().put("PGPASSWORD", source.password());
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(said).isZero();
		return file;
	}

	Restored look(String token, Path file) throws Exception {
		this.move.look(token, new Backup(file.toString(), null, 0, null));
		done(token);
		return this.move.restored(token);
	}

	/** What a look that must fail says. */
	String refusal(String token, Backup backup) throws Exception {
		this.move.look(token, backup);
		MoveState state = await(token);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.FAILED);
		return state.message();
	}

	/** A fresh database as the file asks for. */
	static DatabaseAddress fresh(String name, Restored looked) {
		DatabaseFacts facts = DatabaseFacts.of(looked.contents());
		assertThat(facts.problems()).isEmpty();
		return DatabaseServer.at(TestShops.master()).createFresh(name, name, "p:w\\x", facts).address();
	}

	Restored restore(String token, Restored looked, DatabaseAddress target) throws Exception {
		this.move.restore(token, looked.contents(), target);
		done(token);
		return this.move.restored(token);
	}

	/** What a restore that must fail says. */
	String failure(String token, Restored looked, DatabaseAddress target) throws Exception {
		this.move.restore(token, looked.contents(), target);
		MoveState state = await(token);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.FAILED);
		return state.message();
	}

	Comparison check(String token, Restored restored, DatabaseAddress target) throws Exception {
		this.move.check(token, restored, target);
		done(token);
		return this.move.checked(token);
	}

	/** Two live databases. */
	Comparison compare(DatabaseAddress source, DatabaseAddress target) throws Exception {
		new DatabaseComparison(this.jobs).start("compare", source, target, DatabaseComparison.Scope.FAST);
		done("compare");
		return this.jobs.result("compare", Comparison.class);
	}

	MoveState done(String token) throws Exception {
		MoveState state = await(token);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		return state;
	}

	List<MoverJobs.Said> said(String token) {
		return this.jobs.said(token, 0);
	}

	/** Looks every 20 ms. */
	private MoveState await(String token) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		MoveState state = this.move.state(token).orElseThrow();
		while (!state.over() && System.nanoTime() < end) {
			assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
			state = this.move.state(token).orElseThrow();
		}
		return state;
	}

}

package io.shiplift.data;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.shiplift.practice.database.TestShops;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Copies for tests, each with a fresh database on the target, and the proof of them.
 */
final class CopyTries {

	private static final DatabaseTools tools = new DatabaseTools("");

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private final MoverJobs jobs;

	private final DataMove move;

	private final DatabaseComparison comparison;

	private int proofs;

	CopyTries(Path home) {
		this.jobs = new MoverJobs(home.toString(), new MoverProgram("target"));
		this.move = new DataMove(this.jobs, tools);
		this.comparison = new DatabaseComparison(this.jobs);
	}

	/** A database of that name as the step makes it for an attempt. */
	static DatabaseAddress fresh(String name, DatabaseAddress source) {
		DatabaseFacts facts = new DatabaseInspector(tools).inspect(source);
		return DatabaseServer.at(TestShops.master()).createFresh(name, name, "pw", facts).address();
	}

	static void drop(DatabaseAddress target) {
		DatabaseServer.at(TestShops.master()).drop(target.database(), target.user(), "try_");
	}

	/** Begins a copy; its token is the name of the target's database. */
	void start(DatabaseAddress source, DatabaseAddress target) {
		assertThat(this.move.start(target.database(), source, target)).isTrue();
	}

	MoveState await(DatabaseAddress target, Predicate<MoveState> until) throws InterruptedException {
		return await(target.database(), until);
	}

	MoveState copied(DatabaseAddress source, DatabaseAddress target) throws InterruptedException {
		start(source, target);
		return await(target, MoveState::over);
	}

	MoveState state(DatabaseAddress target) {
		return this.move.state(target.database()).orElseThrow();
	}

	long process(DatabaseAddress target) {
		return MoveProgress.read(this.jobs.lines(target.database())).process().orElse(0L);
	}

	void stop(DatabaseAddress target) {
		this.move.stop(target.database());
	}

	void assertEqual(DatabaseAddress source, DatabaseAddress target) throws InterruptedException {
		assertThat(differences(source, target)).isEmpty();
	}

	List<String> differences(DatabaseAddress source, DatabaseAddress target) throws InterruptedException {
		String token = "proof-" + ++this.proofs + "-" + target.database();
		this.comparison.start(token, source, target, DatabaseComparison.Scope.FAST);
		MoveState state = await(token, MoveState::over);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		return this.comparison.result(token).differences();
	}

	/** Looks every 10 ms. */
	private MoveState await(String token, Predicate<MoveState> until) throws InterruptedException {
		long end = System.nanoTime() + LIMIT.toNanos();
		MoveState state = this.jobs.state(token).orElseThrow();
		while (!until.test(state) && !state.over() && System.nanoTime() < end) {
			assertThat(new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)).isFalse();
			state = this.jobs.state(token).orElseThrow();
		}
		assertThat(until.test(state)).as(state.toString()).isTrue();
		return state;
	}

}

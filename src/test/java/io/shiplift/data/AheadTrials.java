package io.shiplift.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.CopiedAhead;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Finished;
import io.shiplift.mover.Mark;
import io.shiplift.mover.Released;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What tests of copies made ahead share: a shop, owned by a plain role, and jobs that are
 * waited for.
 */
abstract class AheadTrials {

	static final long BOUND = 64L << 20;

	private static final MoverProgram program = new MoverProgram(Path.of("target").toString());

	private static final DatabaseTools tools = new DatabaseTools("");

	static DatabaseAddress shop;

	private static DatabaseFacts facts;

	@TempDir
	Path home;

	@BeforeAll
	static void makeShop() {
		if (shop == null) {
			shop = TestShops.shop("ahead");
			facts = new DatabaseInspector(tools).inspect(shop);
		}
	}

	static void killAfter(DataMoveAhead ahead, String token, int millis) throws Exception {
		assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
		ahead.stop(token);
	}

	static String failure(DataMoveAhead ahead, String token, DatabaseAddress source, DatabaseAddress target)
			throws Exception {
		ahead.finish(token, "mig1", "c1", sides(source, target), false);
		MoveState state = await(ahead, token, MoveState::over);
		assertThat(state.status()).isEqualTo(MoveState.Status.FAILED);
		return state.message();
	}

	static CopiedAhead copied(DataMoveAhead ahead, String token) throws Exception {
		done(ahead, token);
		return ahead.copied(token);
	}

	static void done(DataMoveAhead ahead, String token) throws Exception {
		MoveState state = await(ahead, token, MoveState::over);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
	}

	static void nothingIsLeftIn(DatabaseAddress source) throws SQLException {
		assertThat(Sql.number(source, "select count(*) from pg_trigger where tgname like 'shiplift%'")).isZero();
		assertThat(Sql.number(source, "select count(*) from pg_namespace where nspname like 'shiplift%'")).isZero();
		assertThat(Sql.number(source, "select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
				+ " where n.nspname like 'shiplift%'"))
			.isZero();
	}

	static Finished finish(DataMoveAhead ahead, String token, String copy, DatabaseAddress source,
			DatabaseAddress target, boolean fingerprint) throws Exception {
		ahead.finish(token, "mig1", copy, sides(source, target), fingerprint);
		done(ahead, token);
		return ahead.finished(token);
	}

	static Released release(DataMoveAhead ahead, String token, DatabaseAddress source) throws Exception {
		ahead.release(token, "mig1", source);
		done(ahead, token);
		return ahead.released(token);
	}

	static DataMoveAhead.Sides sides(DatabaseAddress source, DatabaseAddress target) {
		return new DataMoveAhead.Sides(source, target, TestShops.master());
	}

	DataMoveAhead ahead() {
		MoverJobs jobs = new MoverJobs(this.home.toString(), program);
		return new DataMoveAhead(jobs, new DataMove(jobs, tools));
	}

	DatabaseComparison comparison() {
		MoverJobs jobs = new MoverJobs(this.home.toString(), program);
		return new DatabaseComparison(jobs);
	}

	Comparison compared(DataMoveAhead ahead, String token) throws Exception {
		done(ahead, token);
		return comparison().result(token);
	}

	static DatabaseAddress fresh(String name) {
		return DatabaseServer.at(TestShops.master()).createFresh(name, name, "p:w\\x", facts).address();
	}

	static DatabaseAddress fresh(String name, DatabaseAddress like) {
		return DatabaseServer.at(TestShops.master())
			.createFresh(name, name, "pw", new DatabaseInspector(tools).inspect(like))
			.address();
	}

	/** Looks every 20 ms, as db-scheduler would every second. */
	static MoveState await(DataMoveAhead ahead, String token, Predicate<MoveState> until) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
		MoveState state = ahead.state(token).orElseThrow();
		while (!until.test(state) && !state.over() && System.nanoTime() < end) {
			assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
			state = ahead.state(token).orElseThrow();
		}
		assertThat(until.test(state)).as(state.toString()).isTrue();
		return state;
	}

	/** Only what was touched since the copy was proved. */
	static DatabaseComparison.Scope touched(String copy) {
		return new DatabaseComparison.Scope(Depth.FAST, List.of(), new Mark("mig1", copy));
	}

	static Comparison.Table table(Comparison comparison, String name) {
		return comparison.tables().stream().filter((table) -> table.name().equals(name)).findFirst().orElseThrow();
	}

}

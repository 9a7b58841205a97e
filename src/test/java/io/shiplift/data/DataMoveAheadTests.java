package io.shiplift.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.CopiedAhead;
import io.shiplift.mover.Finished;
import io.shiplift.mover.Released;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DataMoveAhead} with a shop that goes on being used, owned by a plain
 * role.
 */
class DataMoveAheadTests {

	private static final MoverProgram program = new MoverProgram(Path.of("target").toString());

	private static final DatabaseTools tools = new DatabaseTools("");

	private static final long BOUND = 64L << 20;

	private static DatabaseAddress shop;

	private static DatabaseFacts facts;

	@TempDir
	Path home;

	@BeforeAll
	static void makeShop() {
		shop = TestShops.shop("ahead");
		facts = new DatabaseInspector(tools).inspect(shop);
	}

	@Test
	void takesOverEveryChangeOfAShopInUse() throws Exception {
		DatabaseAddress source = TestShops.clone(shop, "ahead_busy");
		DatabaseAddress target = fresh("ahead_busy_copy");
		DataMoveAhead ahead = ahead();
		try (Writers writers = Writers.on(source, 4)) {
			ahead.start("a1", "mig1", sides(source, target), BOUND);
			MoveState made = await(ahead, "a1", MoveState::over);
			assertThat(made.status()).as(made.message()).isEqualTo(MoveState.Status.DONE);
			writers.atLeast(200);
			CopiedAhead copied = ahead.copied("a1");
			assertThat(copied.overhead().triggers()).isEqualTo(2 * 19);
			assertThat(copied.whole()).containsExactly("public.\"shop_Import Queue\"");
			assertThat(copied.changes()).isPositive();
			System.out.println("MEASURED " + copied + " " + writers);
			finish(ahead, "f1", "a1", source, target, true);
			comparison().startForCopy("v1", "f1", source, target, DatabaseComparison.Scope.FAST);
			assertThat(compared(ahead, "v1").differences()).isEmpty();
			writers.atLeast(50);
		}
		System.out.println("MEASURED " + finish(ahead, "f2", "a1", source, target, false));
		Released released = release(ahead, "r1", source);
		assertThat(released.triggers()).isEqualTo(2 * 19);
		System.out.println("MEASURED " + released);
		nothingIsLeftIn(source);
		comparison().start("v2", source, target, DatabaseComparison.Scope.FAST);
		Comparison comparison = compared(ahead, "v2");
		assertThat(comparison.differences()).isEmpty();
		assertThat(comparison.rows()).isGreaterThan(200_000);
		assertThat(release(ahead, "r2", source)).isEqualTo(new Released(0, 0, 0, 0, 0));
	}

	private static void nothingIsLeftIn(DatabaseAddress source) throws SQLException {
		assertThat(Sql.number(source, "select count(*) from pg_trigger where tgname like 'shiplift%'")).isZero();
		assertThat(Sql.number(source, "select count(*) from pg_namespace where nspname like 'shiplift%'")).isZero();
		assertThat(Sql.number(source, "select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
				+ " where n.nspname like 'shiplift%'"))
			.isZero();
	}

	private static Finished finish(DataMoveAhead ahead, String token, String copy, DatabaseAddress source,
			DatabaseAddress target, boolean fingerprint) throws Exception {
		ahead.finish(token, "mig1", copy, sides(source, target), fingerprint);
		MoveState state = await(ahead, token, MoveState::over);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		return ahead.finished(token);
	}

	private static Released release(DataMoveAhead ahead, String token, DatabaseAddress source) throws Exception {
		ahead.release(token, "mig1", source);
		MoveState state = await(ahead, token, MoveState::over);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		return ahead.released(token);
	}

	private static DataMoveAhead.Sides sides(DatabaseAddress source, DatabaseAddress target) {
		return new DataMoveAhead.Sides(source, target, TestShops.master());
	}

	private DataMoveAhead ahead() {
		MoverJobs jobs = new MoverJobs(this.home.toString(), program, Clock.systemUTC());
		return new DataMoveAhead(jobs, new DataMove(jobs, tools));
	}

	private DatabaseComparison comparison() {
		MoverJobs jobs = new MoverJobs(this.home.toString(), program, Clock.systemUTC());
		return new DatabaseComparison(jobs);
	}

	private Comparison compared(DataMoveAhead ahead, String token) throws Exception {
		MoveState state = await(ahead, token, MoveState::over);
		assertThat(state.status()).as(state.message()).isEqualTo(MoveState.Status.DONE);
		return comparison().result(token);
	}

	private static DatabaseAddress fresh(String name) {
		return DatabaseServer.at(TestShops.master()).createFresh(name, name, "p:w\\x", facts).address();
	}

	/** Looks every 20 ms, as db-scheduler would every second. */
	private static MoveState await(DataMoveAhead ahead, String token, Predicate<MoveState> until) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
		MoveState state = ahead.state(token).orElseThrow();
		while (!until.test(state) && !state.over() && System.nanoTime() < end) {
			assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
			state = ahead.state(token).orElseThrow();
		}
		assertThat(until.test(state)).as(state.toString()).isTrue();
		return state;
	}

}

package io.shiplift.data;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.CopiedAhead;
import io.shiplift.mover.Finished;
import io.shiplift.mover.Released;
import io.shiplift.practice.database.TestShops;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DataMoveAhead} with a shop that goes on being used, owned by a plain
 * role.
 */
class DataMoveAheadTests extends AheadTrials {

	@Test
	void takesOverEveryChangeOfAShopInUse() throws Exception {
		DatabaseAddress source = TestShops.clone(shop, "ahead_busy");
		DatabaseAddress target = fresh("ahead_busy_copy");
		DataMoveAhead ahead = ahead();
		try (Writers writers = Writers.on(source, 4)) {
			ahead.start("a1", "mig1", sides(source, target), BOUND);
			done(ahead, "a1");
			writers.atLeast(200);
			CopiedAhead copied = ahead.copied("a1");
			assertThat(copied.overhead().triggers()).isEqualTo(2 * 19);
			assertThat(copied.whole()).containsExactly("public.\"shop_Import Queue\"");
			assertThat(copied.changes()).isPositive();
			finish(ahead, "f1", "a1", source, target, true);
			comparison().startForCopy("v1", "f1", source, target, DatabaseComparison.Scope.FAST);
			assertThat(compared(ahead, "v1").differences()).isEmpty();
			writers.atLeast(50);
		}
		finish(ahead, "f2", "a1", source, target, false);
		Released released = release(ahead, "r1", source);
		assertThat(released.triggers()).isEqualTo(2 * 19);
		nothingIsLeftIn(source);
		comparison().start("v2", source, target, DatabaseComparison.Scope.FAST);
		Comparison comparison = compared(ahead, "v2");
		assertThat(comparison.differences()).isEmpty();
		assertThat(comparison.rows()).isGreaterThan(200_000);
		assertThat(release(ahead, "r2", source)).isEqualTo(new Released(0, 0, 0, 0, 0));
	}

	@Test
	void takesOverKeysOfEveryKind() throws Exception {
		DatabaseAddress source = TestShops.small("ahead_odd");
		PostgresServer.executeIn(source.database(), "create extension citext");
		Sql.run(source, "create type mood as enum ('glad', 'sad')", "create domain code as text not null",
				"create table \"a\"\"b'c\nd\" (\"new\" citext, \"old\" mood, code code, at timestamptz, word text,"
						+ " primary key (code, \"old\", \"new\", at))",
				"insert into \"a\"\"b'c\nd\" select 'Key ' || n, 'glad', 'x', now(), 'word' from generate_series(1, 50) n",
				"create unlogged table quick (a uuid primary key default gen_random_uuid(), b int generated always as identity,"
						+ " c int generated always as (length('four')) stored)",
				"insert into quick default values", "create table alone (word text)",
				"insert into alone values ('first')", "create table only_key (id int primary key)",
				"insert into only_key values (1), (2)");
		DataMoveAhead ahead = ahead();
		DatabaseAddress target = fresh("ahead_odd_copy", source);
		ahead.start("o1", "mig1", sides(source, target), BOUND);
		assertThat(copied(ahead, "o1").whole()).containsExactly("public.alone");
		Sql.run(source, "update \"a\"\"b'c\nd\" set \"new\" = upper(\"new\") where \"new\" < 'Key 3'",
				"update \"a\"\"b'c\nd\" set \"old\" = 'sad', word = null where \"new\" > 'Key 3'",
				"insert into quick default values", "insert into alone values ('second')",
				"update only_key set id = 3 - id + 10", "update only_key set id = 1 where id = 11", "truncate part_1",
				"insert into part_1 (word) values ('later')", "truncate part_2",
				"select lo_from_bytea(4711, 'large'::bytea)");
		Finished finished = finish(ahead, "o2", "o1", source, target, false);
		assertThat(finished.whole()).isEqualTo(3);
		assertThat(finished.largeObjects()).isEqualTo(1);
		assertThat(finish(ahead, "o3", "o1", source, target, false).changes()).isZero();
		release(ahead, "o4", source);
		comparison().start("o5", source, target, DatabaseComparison.Scope.FAST);
		assertThat(compared(ahead, "o5").differences()).isEmpty();
	}

	@Test
	void anAttemptThatWasKilledLeavesTheNextOneFree() throws Exception {
		DatabaseAddress source = TestShops.small("ahead_killed");
		DataMoveAhead ahead = ahead();
		Random random = new Random(7);
		int kills = Integer.getInteger("shiplift.kills", 3);
		for (int kill = 0; kill < kills; kill++) {
			ahead.start("k" + kill, "mig1", sides(source, fresh("ahead_killed_" + kill, source)), BOUND);
			killAfter(ahead, "k" + kill, random.nextInt(200, 2500));
			Sql.run(source, "insert into part_1 (word) values ('after a kill')");
		}
		DatabaseAddress target = fresh("ahead_killed_last", source);
		ahead.start("last", "mig1", sides(source, target), BOUND);
		done(ahead, "last");
		Sql.run(source, "insert into part_1 (word) select 'late' from generate_series(1, 3000)",
				"delete from part_2 where id < 4", "update part_3 set id = id + 100");
		for (int kill = 0; kill < kills; kill++) {
			ahead.finish("f" + kill, "mig1", "last", sides(source, target), false);
			killAfter(ahead, "f" + kill, random.nextInt(400, 1500));
		}
		finish(ahead, "flast", "last", source, target, false);
		for (int kill = 0; kill < kills; kill++) {
			ahead.release("r" + kill, "mig1", source);
			killAfter(ahead, "r" + kill, random.nextInt(200, 1000));
		}
		release(ahead, "rlast", source);
		nothingIsLeftIn(source);
		comparison().start("v", source, target, DatabaseComparison.Scope.FAST);
		assertThat(compared(ahead, "v").differences()).isEmpty();
	}

	@Test
	void aChangeOfTheSchemaStopsTheFinish() throws Exception {
		DatabaseAddress source = TestShops.small("ahead_changed");
		DatabaseAddress target = fresh("ahead_changed_copy", source);
		DataMoveAhead ahead = ahead();
		ahead.start("c1", "mig1", sides(source, target), BOUND);
		done(ahead, "c1");
		Sql.run(source, "alter table part_1 add column more int");
		assertThat(failure(ahead, "c2", source, target)).contains("The source was changed while it was copied")
			.contains("Column public.part_1.more");
		Sql.run(source, "alter table part_1 drop column more", "alter table part_2 disable trigger user",
				"alter table part_2 enable trigger user");
		assertThat(failure(ahead, "c3", source, target)).contains("switched off or removed the triggers of 1 tables")
			.contains("public.part_2");
		release(ahead, "c4", source);
		nothingIsLeftIn(source);
		assertThat(failure(ahead, "c5", source, target)).contains("holds no log of changes for this copy any more");
	}

	@Test
	void aLogThatGrowsTooLargeEndsTheCopyAndGoes() throws Exception {
		DatabaseAddress source = TestShops.clone(shop, "ahead_full");
		DataMoveAhead ahead = ahead();
		ahead.start("l1", "mig1", sides(source, fresh("ahead_full_copy")), 10_000);
		MoveState state = await(ahead, "l1", MoveState::over);
		assertThat(state.status()).isEqualTo(MoveState.Status.FAILED);
		assertThat(state.message()).contains("grew to")
			.contains("10 kB it may take")
			.contains("nothing of them is left");
		nothingIsLeftIn(source);
	}

	@Test
	void saysBeforehandWhatIsNotAllowed() throws Exception {
		DatabaseAddress source = TestShops.small("ahead_limits");
		DatabaseAddress target = fresh("ahead_limits_copy", source);
		DataMoveAhead ahead = ahead();
		ahead.start("n1", "mig1", new DataMoveAhead.Sides(source, target, target), BOUND);
		assertThat(await(ahead, "n1", MoveState::over).message())
			.contains("User ahead_limits_copy of the target may not leave out triggers")
			.contains("grant set on parameter session_replication_role");
		PostgresServer.execute("alter database " + source.database() + " owner to test_master");
		ahead.start("n2", "mig1", sides(source, target), BOUND);
		assertThat(await(ahead, "n2", MoveState::over).message()).contains("may not make a schema in database")
			.contains("Nothing was changed");
		nothingIsLeftIn(source);
		PostgresServer.execute("alter database " + source.database() + " owner to " + source.user());
		Sql.run(source, "create schema shiplift_ahead", "create table shiplift_ahead.mine (id int)");
		ahead.start("n3", "mig1", sides(source, target), BOUND);
		assertThat(await(ahead, "n3", MoveState::over).message()).contains("that is not of this migration");
		ahead.release("n4", "mig1", source);
		assertThat(await(ahead, "n4", MoveState::over).message()).contains("that is not of this migration");
		assertThat(Sql.number(source, "select count(*) from shiplift_ahead.mine")).isZero();
	}

	@Test
	void waitsForALongTransactionWithoutHoldingUpOthers() throws Exception {
		DatabaseAddress source = TestShops.small("ahead_patient");
		DatabaseAddress target = fresh("ahead_patient_copy", source);
		DataMoveAhead ahead = ahead();
		long longest = 0;
		try (Connection busy = source.connect(); Statement statement = busy.createStatement()) {
			busy.setAutoCommit(false);
			statement.execute("update part_3 set word = 'busy'");
			ahead.start("w1", "mig1", sides(source, target), BOUND);
			await(ahead, "w1", (state) -> state.phase().equals("triggers"));
			for (int write = 0; write < 60; write++) {
				long start = System.nanoTime();
				Sql.run(source, "insert into part_3 (word) values ('meanwhile')");
				longest = Math.max(longest, System.nanoTime() - start);
				assertThat(new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS)).isFalse();
			}
			assertThat(ahead.state("w1").orElseThrow().phase()).isEqualTo("triggers");
			busy.commit();
		}
		done(ahead, "w1");
		assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofMillis(1500));
		finish(ahead, "w2", "w1", source, target, false);
		release(ahead, "w3", source);
		comparison().start("w4", source, target, DatabaseComparison.Scope.FAST);
		assertThat(compared(ahead, "w4").differences()).isEmpty();
	}

}

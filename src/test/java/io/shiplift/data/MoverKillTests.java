package io.shiplift.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the mover at random instants of a copy. Each time nothing of the dead attempt
 * goes on, and the next attempt, in a database of its own, ends with all rows and no
 * more. {@code -Dshiplift.mover.kills=200} asks for that many kills,
 * {@code -Dshiplift.seed} repeats the instants.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class MoverKillTests {

	private static final Logger logger = LoggerFactory.getLogger(MoverKillTests.class);

	private static final int KILLS = Integer.getInteger("shiplift.mover.kills", 4);

	private final long seed = Long.getLong("shiplift.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final Map<MoveState.Status, Integer> ends = new EnumMap<>(MoveState.Status.class);

	@TempDir
	Path home;

	@Test
	void theAttemptAfterAKilledOneEndsRight() throws Exception {
		DatabaseAddress source = TestShops.clone(TestShops.shop("killed"), "killed_source");
		Sql.run(source, "truncate shop_event, shop_picture, shop_payment",
				"delete from shop_orderline where id % 10 > 0");
		CopyTries tries = new CopyTries(this.home);
		DatabaseAddress calm = CopyTries.fresh("try_calm", source);
		long start = System.nanoTime();
		assertThat(tries.copied(source, calm).status()).isEqualTo(MoveState.Status.DONE);
		long nanos = System.nanoTime() - start;
		for (int kill = 1; kill <= KILLS; kill++) {
			killAndTryAgain(tries, source, kill, this.random.nextLong(nanos));
		}
		logger.info("{} kills of the mover with seed {}: {}", KILLS, this.seed, this.ends);
	}

	private void killAndTryAgain(CopyTries tries, DatabaseAddress source, int kill, long after) throws Exception {
		DatabaseAddress first = CopyTries.fresh("try_%d_1".formatted(kill), source);
		tries.start(source, first);
		assertThat(new CountDownLatch(1).await(after, TimeUnit.NANOSECONDS)).isFalse();
		ProcessHandle.of(tries.process(first)).ifPresent(ProcessHandle::destroyForcibly);
		tries.stop(first);
		MoveState state = tries.state(first);
		this.ends.merge(state.status(), 1, Integer::sum);
		assertThat(state.status()).as("kill %d, seed %d: %s", kill, this.seed, state)
			.isIn(MoveState.Status.DIED, MoveState.Status.DONE, MoveState.Status.RUNNING);
		DatabaseAddress second = CopyTries.fresh("try_%d_2".formatted(kill), source);
		MoveState end = tries.copied(source, second);
		assertThat(end.status()).as("kill %d, seed %d: %s", kill, this.seed, end).isEqualTo(MoveState.Status.DONE);
		tries.assertEqual(source, second);
		CopyTries.drop(first);
		CopyTries.drop(second);
		assertThat(sessions(first)).isZero();
	}

	private static long sessions(DatabaseAddress dead) throws SQLException {
		return Sql.number(TestShops.master(),
				"select count(*) from pg_stat_activity where usename = '" + dead.user() + "'");
	}

}

package io.shiplift.data;

import io.shiplift.mover.Mark;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a copy made ahead that has to wait for its finish.
 */
class FollowTests extends AheadTrials {

	private static final String WRITES = "insert into part_1 (word) select 'meanwhile' from generate_series(1, 3000)";

	@Test
	void keepsUpUntilTheFinish() throws Exception {
		DatabaseAddress source = TestShops.small("follow_waiting");
		DatabaseAddress target = fresh("follow_waiting_copy", source);
		DataMoveAhead ahead = ahead();
		ahead.start("w1", "mig1", sides(source, target), BOUND);
		done(ahead, "w1");
		Sql.run(source, WRITES);
		assertThat(ahead.follow(new Mark("mig1", "w1"), sides(source, target), BOUND)).isTrue();
		await(ahead, "w1-follow", (state) -> state.message().startsWith("Round 1: 3000 changes"));
		assertThat(ahead.unfollow("w1")).isEmpty();
		assertThat(finish(ahead, "w2", "w1", source, target, false).changes()).isZero();
		comparison().start("w3", source, target, touched("w1"));
		assertThat(compared(ahead, "w3").differences()).isEmpty();
		release(ahead, "w4", source);
	}

	@Test
	void isBegunAgainWhereItsProcessIsGoneButNotOnceSomebodyEndedIt() throws Exception {
		DatabaseAddress source = TestShops.small("follow_killed");
		DatabaseAddress target = fresh("follow_killed_copy", source);
		DataMoveAhead ahead = ahead();
		Mark mark = new Mark("mig1", "k1");
		ahead.start("k1", "mig1", sides(source, target), BOUND);
		done(ahead, "k1");
		ahead.follow(mark, sides(source, target), BOUND);
		await(ahead, "k1-follow", (state) -> state.message().startsWith("Round 1: "));
		assertThat(ahead.lost("k1")).isFalse();
		assertThat(ahead.followAgain(mark, sides(source, target), BOUND)).isFalse();
		new JobProcesses(MoveJob.MARK + "=" + this.home.resolve("jobs").resolve("k1-follow")).kill();
		assertThat(ahead.lost("k1")).isTrue();
		Sql.run(source, WRITES);
		assertThat(ahead.followAgain(mark, sides(source, target), BOUND)).isTrue();
		await(ahead, "k1-follow", (state) -> state.message().startsWith("Round 1: 3000 changes"));
		assertThat(ahead.unfollow("k1")).isEmpty();
		assertThat(ahead.lost("k1")).isFalse();
		assertThat(ahead.followAgain(mark, sides(source, target), BOUND)).isFalse();
		release(ahead, "k2", source);
	}

	@Test
	void endsWhenTheSourceChangesItsShape() throws Exception {
		DatabaseAddress source = TestShops.small("follow_changed");
		DatabaseAddress target = fresh("follow_changed_copy", source);
		DataMoveAhead ahead = ahead();
		ahead.start("c1", "mig1", sides(source, target), BOUND);
		done(ahead, "c1");
		Sql.run(source, "alter table part_2 add column more int");
		ahead.follow(new Mark("mig1", "c1"), sides(source, target), BOUND);
		await(ahead, "c1-follow", MoveState::over);
		assertThat(ahead.unfollow("c1")).startsWith("The source was changed while it was copied")
			.contains("Column public.part_2.more", "nothing of them is left");
		nothingIsLeftIn(source);
	}

	@Test
	void endsWhenTheLogGrowsTooLarge() throws Exception {
		DatabaseAddress source = TestShops.small("follow_full");
		DatabaseAddress target = fresh("follow_full_copy", source);
		DataMoveAhead ahead = ahead();
		ahead.start("f1", "mig1", sides(source, target), BOUND);
		done(ahead, "f1");
		ahead.follow(new Mark("mig1", "f1"), sides(source, target), 10_000);
		await(ahead, "f1-follow", MoveState::over);
		assertThat(ahead.unfollow("f1")).contains("grew to", "10 kB it may take", "nothing of them is left");
		nothingIsLeftIn(source);
	}

}

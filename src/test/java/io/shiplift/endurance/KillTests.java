package io.shiplift.endurance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.shiplift.endurance.Books.Effect;
import io.shiplift.step.RunKind;
import io.shiplift.testing.PostgresServer;
import io.shiplift.testing.RunningShiplift;
import io.shiplift.testing.RunningShiplift.Person;
import io.shiplift.testing.Shores;
import io.shiplift.testing.Voyage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the packaged application at random instants while migrations are under way, and
 * checks that every run reaches its end, that nothing was lost or done twice outside, and
 * that the journal's chain holds. Usually it stops killing when each kind of run was hit
 * once or after {@link #USUAL}; {@code -Dshiplift.kills=25} asks for that many kills of
 * each kind, however long it takes, and {@code -Dshiplift.seed} repeats the instants of
 * an earlier test.
 */
@Timeout(value = 1, unit = TimeUnit.DAYS)
class KillTests {

	private static final Logger logger = LoggerFactory.getLogger(KillTests.class);

	private static final List<RunKind> KINDS = List.of(RunKind.values());

	private static final @Nullable Integer ASKED = Integer.getInteger("shiplift.kills");

	private static final int KILLS = (ASKED != null) ? ASKED : 1;

	private static final Duration USUAL = Duration.ofSeconds(100);

	private static final int FLEET = Integer.getInteger("shiplift.fleet", 2);

	private static final Duration PATIENCE = Duration.ofMinutes((ASKED != null) ? 60 : 8);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(400);

	/** Faster than real life, and quick to notice that a node is dead. */
	private static final String[] PROPERTIES = { "shiplift.practice.speed=40", "db-scheduler.heartbeat-interval=1s" };

	private final long seed = Long.getLong("shiplift.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final Map<RunKind, Integer> kills = new EnumMap<>(RunKind.class);

	private final List<Crossing> crossings = new ArrayList<>();

	@Test
	void everyRunEndsOnH2(@TempDir Path scratch) {
		try (RunningShiplift shiplift = RunningShiplift.onH2(scratch, PROPERTIES)) {
			survive(shiplift, new Books("jdbc:h2:file:" + shiplift.home() + "/shiplift", "", ""));
		}
	}

	@Test
	void everyRunEndsOnPostgres(@TempDir Path scratch) {
		PostgresServer.Database database = PostgresServer.freshDatabase();
		try (RunningShiplift shiplift = RunningShiplift.onPostgres(scratch, database, PROPERTIES)) {
			survive(shiplift, new Books(database.url(), database.user(), database.password()));
		}
	}

	private void survive(RunningShiplift shiplift, Books books) {
		Person operator = shiplift.newPerson("Olga", "OPERATOR");
		Person approver = shiplift.newPerson("Axel", "APPROVER");
		Crossing calm = crossing(shiplift, operator, approver);
		Awaitility.await("a crossing without kills").atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> {
			calm.advance();
			return calm.isOver();
		});
		assertThat(calm.failures()).isEmpty();
		long begun = System.nanoTime();
		while (KINDS.stream().anyMatch(this::tooFewKills) && mayGoOn(begun)) {
			while (this.crossings.stream().filter((crossing) -> !crossing.isOver()).count() < FLEET) {
				this.crossings.add(crossing(shiplift, operator, approver));
			}
			sailFor(Duration.ofMillis(this.random.nextLong(200, 9000)));
			kill(shiplift);
		}
		Awaitility.await("all runs end").atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> {
			this.crossings.forEach(Crossing::advance);
			return this.crossings.stream().allMatch(Crossing::isOver);
		});
		shiplift.stop();
		check(books, calm);
	}

	private void sailFor(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		Awaitility.await().atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> {
			this.crossings.forEach(Crossing::advance);
			return System.nanoTime() >= end;
		});
	}

	private void kill(RunningShiplift shiplift) {
		this.crossings
			.forEach((crossing) -> crossing.underway().ifPresent((kind) -> this.kills.merge(kind, 1, Integer::sum)));
		shiplift.kill();
		logger.info("Killed at {}; kills so far {}, seed {}", this.crossings, this.kills, this.seed);
		shiplift.startAgain();
	}

	private static boolean mayGoOn(long begun) {
		return ASKED != null || System.nanoTime() - begun < USUAL.toNanos();
	}

	private boolean tooFewKills(RunKind kind) {
		return this.kills.getOrDefault(kind, 0) < KILLS;
	}

	private void check(Books books, Crossing calm) {
		logger.info("Kills of each kind of run: {}; retries by a person: {}; crossings: {}", this.kills,
				this.crossings.stream().flatMap((crossing) -> crossing.failures().stream()).toList(),
				this.crossings.size());
		assertThat(books.breakInChain()).as("the journal's chain").isEmpty();
		List<String> expected = general(books, calm);
		for (Crossing crossing : this.crossings) {
			assertThat(twice(books.effects(crossing.world()))).as("done twice in " + crossing.world()).isEmpty();
			assertThat(general(books, crossing)).as("effects in " + crossing.world())
				.containsExactlyInAnyOrderElementsOf(expected);
		}
	}

	private static List<String> general(Books books, Crossing crossing) {
		// Each attempt at a copy keeps the address of a database of its own, and a copy
		// that
		// a kill ended is followed by another, by itself or by a person's retry.
		Predicate<String> freshAddress = Pattern.compile("secrets.put .*/database/.* CHANGED").asPredicate();
		return books.effects(crossing.world())
			.stream()
			.map((effect) -> effect.inGeneral(crossing.world()))
			.filter(freshAddress.negate())
			.toList();
	}

	private static List<Effect> twice(List<Effect> effects) {
		return effects.stream()
			.filter((effect) -> !effect.token().isEmpty())
			.collect(Collectors.groupingBy((effect) -> effect, Collectors.counting()))
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 1)
			.map(Map.Entry::getKey)
			.toList();
	}

	private static Crossing crossing(RunningShiplift shiplift, Person operator, Person approver) {
		Voyage voyage = Voyage.planned(shiplift, operator, approver, "Shop");
		return new Crossing(voyage, new Shores(shiplift.home()), KINDS);
	}

}

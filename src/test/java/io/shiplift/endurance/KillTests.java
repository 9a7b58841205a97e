package io.shiplift.endurance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
 * once or has been under way for {@link #USUAL}; {@code -Dshiplift.kills=25} asks for
 * that many kills of each kind, however long it takes, and {@code -Dshiplift.seed}
 * repeats the instants of an earlier test.
 */
@Timeout(value = 1, unit = TimeUnit.DAYS)
class KillTests {

	private static final Logger logger = LoggerFactory.getLogger(KillTests.class);

	private static final List<RunKind> KINDS = List.of(RunKind.values());

	private static final @Nullable Integer ASKED = Integer.getInteger("shiplift.kills");

	private static final int KILLS = (ASKED != null) ? ASKED : 1;

	private static final Duration USUAL = Duration.ofSeconds(200);

	private static final Duration SHORT = Duration.ofSeconds(2);

	/** Of the time that a run takes, as a run's end is not seen at once. */
	private static final double MOST = 0.8;

	private static final int FLEET = Integer.getInteger("shiplift.fleet", 2);

	private static final Duration PATIENCE = Duration.ofMinutes((ASKED != null) ? 60 : 8);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(400);

	/** Faster than real life, and quick to notice that a node is dead. */
	private static final String[] PROPERTIES = { "shiplift.practice.speed=40", "db-scheduler.heartbeat-interval=1s" };

	private final long seed = Long.getLong("shiplift.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final Map<RunKind, Integer> kills = new EnumMap<>(RunKind.class);

	private final List<Crossing> crossings = new ArrayList<>();

	/** Nanoseconds between kills, without those in which it starts again. */
	private long sailed;

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
		while (!wanted().isEmpty() && mayGoOn()) {
			while (tooFewAreOpen()) {
				this.crossings.add(crossing(shiplift, operator, approver));
			}
			if (sailToAMoment(calm)) {
				kill(shiplift);
			}
		}
		Awaitility.await("all runs end").atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> {
			this.crossings.forEach(Crossing::advance);
			return this.crossings.stream().allMatch(Crossing::isOver);
		});
		shiplift.stop();
		check(books, calm);
	}

	/** Kinds of runs that were not hit often enough yet. */
	private List<RunKind> wanted() {
		return KINDS.stream().filter((kind) -> this.kills.getOrDefault(kind, 0) < KILLS).toList();
	}

	private boolean tooFewAreOpen() {
		List<Crossing> open = this.crossings.stream().filter((crossing) -> !crossing.isOver()).toList();
		boolean useful = open.stream().anyMatch((crossing) -> crossing.hasAhead(wanted()));
		return open.size() < FLEET && (!useful || this.crossings.size() < FLEET || ASKED != null);
	}

	/**
	 * Waits until a run of a wanted kind is open, and then for any part of the time that
	 * such a run takes without kills. False if it was over meanwhile.
	 */
	private boolean sailToAMoment(Crossing calm) {
		sail(() -> !underway().isEmpty() || !mayGoOn());
		Optional<RunKind> kind = underway().stream().findFirst();
		if (kind.isEmpty()) {
			return false;
		}
		long part = (long) (calm.took().getOrDefault(kind.get(), SHORT).toNanos() * this.random.nextDouble() * MOST);
		long end = System.nanoTime() + part;
		sail(() -> System.nanoTime() >= end || !underway().contains(kind.get()));
		return underway().contains(kind.get());
	}

	/** Wanted kinds of which a run is open. */
	private List<RunKind> underway() {
		List<RunKind> wanted = wanted();
		return this.crossings.stream()
			.flatMap((crossing) -> crossing.underway().stream())
			.filter(wanted::contains)
			.toList();
	}

	private void sail(BooleanSupplier until) {
		long before = this.sailed;
		long begun = System.nanoTime();
		Awaitility.await().atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(() -> {
			this.crossings.forEach(Crossing::advance);
			this.sailed = before + System.nanoTime() - begun;
			return until.getAsBoolean();
		});
	}

	private void kill(RunningShiplift shiplift) {
		this.crossings
			.forEach((crossing) -> crossing.underway().ifPresent((kind) -> this.kills.merge(kind, 1, Integer::sum)));
		shiplift.kill();
		logger.info("Killed at {}; kills so far {}, seed {}", this.crossings, this.kills, this.seed);
		shiplift.startAgain();
	}

	private boolean mayGoOn() {
		return ASKED != null || this.sailed < USUAL.toNanos();
	}

	private void check(Books books, Crossing calm) {
		logger.info("Kills of each kind of run: {}; retries by a person: {}; crossings: {}", this.kills,
				this.crossings.stream().flatMap((crossing) -> crossing.failures().stream()).toList(),
				this.crossings.size());
		assertThat(books.breakInChain()).as("the journal's chain").isEmpty();
		List<Effect> expected = books.effects(calm.world())
			.stream()
			.filter((effect) -> !effect.again() || !effect.effect().equals("CHANGED"))
			.toList();
		for (Crossing crossing : this.crossings) {
			List<Effect> effects = books.effects(crossing.world());
			assertThat(twice(effects)).as("done twice in " + crossing.world()).isEmpty();
			compare(effects, crossing.world(), expected, calm.world());
		}
	}

	/**
	 * Nothing may be missing. Beyond what is expected there may be only what a later
	 * attempt did again: each attempt at a copy has an address of its own, and a person's
	 * retry acts with tokens of its own.
	 */
	private static void compare(List<Effect> effects, String world, List<Effect> expected, String calmWorld) {
		List<String> missing = new ArrayList<>(expected.stream().map((effect) -> effect.inGeneral(calmWorld)).toList());
		List<Effect> more = new ArrayList<>();
		effects.stream().sorted(Comparator.comparing(Effect::again)).forEach((effect) -> {
			if (!missing.remove(effect.inGeneral(world))) {
				more.add(effect);
			}
		});
		assertThat(missing).as("missing in " + world + ", which has more: " + more).isEmpty();
		List<String> places = expected.stream().map((effect) -> effect.place(calmWorld)).toList();
		assertThat(more).as("effects in " + world + " that nobody expects")
			.allMatch((effect) -> effect.again() && places.contains(effect.place(world)));
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

package io.shiplift.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shiplift.forecast.Prediction.Progress;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Model} and {@link Prediction}.
 */
class ModelTests {

	private static final Load GIGABYTE = load(1);

	private final Model rehearsed = Model.of(List.of(move("2026-11-20T10:00:00Z", GIGABYTE, 10_000, 12_000)));

	@Test
	void speaksFromGeneralFiguresUntilThereIsARehearsal() {
		Prediction prediction = Model.of(List.of()).predict("WINDOW", GIGABYTE);
		assertThat(prediction.basis()).isEqualTo("general figures, no rehearsal yet");
		Span total = prediction.total();
		assertThat(total.low()).isLessThan(total.likely());
		assertThat(total.high()).isGreaterThan(1.5 * total.likely());
		assertThat(prediction.byPhase()).containsKeys("rows", "indexes", "verification", "around");
	}

	@Test
	void ranksMethodsByTheTimeWithoutTheApp() {
		Model general = Model.of(List.of());
		double ahead = general.predict("AHEAD", load(10)).total().likely();
		double window = general.predict("WINDOW", load(10)).total().likely();
		double backup = general.predict("BACKUP", load(10)).total().likely();
		assertThat(ahead).isLessThan(window / 2);
		assertThat(window).isLessThan(backup);
	}

	@Test
	void answersWhatWasRehearsedForTheSameLoad() {
		Prediction prediction = this.rehearsed.predict("WINDOW", GIGABYTE);
		assertThat(prediction.byPhase().get("rows").likely()).isEqualTo(10);
		assertThat(prediction.byPhase().get("indexes").likely()).isEqualTo(12);
		assertThat(prediction.basis()).isEqualTo("1 rehearsal of 20 Nov");
	}

	@Test
	void growsIndexesFasterThanTheirBytesPastWhatWasRehearsed() {
		Prediction five = this.rehearsed.predict("WINDOW", load(5));
		assertThat(five.byPhase().get("rows").likely()).isBetween(49.0, 50.0);
		assertThat(five.byPhase().get("indexes").likely()).isBetween(65.0, 72.0);
		assertThat(five.byPhase().get("indexes").high()).isGreaterThan(100);
		assertThat(this.rehearsed.predict("WINDOW", load(0.5)).byPhase().get("indexes").likely()).isLessThan(6.2);
	}

	@Test
	void countsFewerStreamsAsSlowerAndMoreAsNoFaster() {
		double two = this.rehearsed.predict("WINDOW", GIGABYTE).byPhase().get("rows").likely();
		assertThat(this.rehearsed.predict("WINDOW", streams(1)).byPhase().get("rows").likely()).isEqualTo(2 * two);
		assertThat(this.rehearsed.predict("WINDOW", streams(4)).byPhase().get("rows").likely()).isEqualTo(two);
	}

	@Test
	void narrowsWithRehearsalsAndNamesTheirDays() {
		Model three = Model.of(List.of(move("2026-11-22T10:00:00Z", GIGABYTE, 10_200, 12_100),
				move("2026-11-20T10:00:00Z", GIGABYTE, 10_000, 12_000),
				move("2026-11-21T10:00:00Z", GIGABYTE, 9_800, 11_900)));
		Prediction prediction = three.predict("WINDOW", GIGABYTE);
		assertThat(prediction.basis()).isEqualTo("3 rehearsals of 20 Nov to 22 Nov");
		Span one = this.rehearsed.predict("WINDOW", GIGABYTE).byPhase().get("rows");
		Span all = prediction.byPhase().get("rows");
		assertThat(all.high() - all.low()).isLessThan(one.high() - one.low());
	}

	@Test
	void doesNotTakeOneMethodForAnother() {
		assertThat(this.rehearsed.predict("BACKUP", GIGABYTE).basis()).startsWith("general");
	}

	@Test
	void givesIndexesTheirOwnShareOfThePercent() {
		Prediction prediction = this.rehearsed.predict("WINDOW", GIGABYTE);
		int rows = prediction.percent(new Progress("rows", 0.5, Duration.ofSeconds(5)));
		int indexes = prediction.percent(new Progress("indexes", 0, Duration.ZERO));
		int half = prediction.percent(new Progress("indexes", 0.5, Duration.ofSeconds(6)));
		assertThat(rows).isBetween(20, 26);
		assertThat(indexes).isBetween(44, 48);
		assertThat(half).isBetween(70, 76);
	}

	@Test
	void believesTheSpeedItSeesMoreAndMore() {
		Prediction prediction = this.rehearsed.predict("WINDOW", GIGABYTE);
		Span planned = prediction.copyLeft(new Progress("rows", 0.5, Duration.ofSeconds(5)));
		Span slow = prediction.copyLeft(new Progress("rows", 0.5, Duration.ofSeconds(50)));
		assertThat(planned.likely()).isBetween(16.5, 19.0);
		assertThat(slow.likely()).isBetween(61.5, 64.0);
		assertThat(prediction.left(new Progress("rows", 0.5, Duration.ofSeconds(5))).likely())
			.isGreaterThan(planned.likely() + 20);
	}

	@Test
	void givesAPhaseThatStandsStillAsLongAgain() {
		Prediction prediction = this.rehearsed.predict("WINDOW", GIGABYTE);
		assertThat(prediction.copyLeft(new Progress("rows", 0, Duration.ofMinutes(30))).likely()).isGreaterThan(1800);
	}

	@Test
	void wordsARange() {
		assertThat(new Span(3.2, 4, 5).words()).isEqualTo("3 to 5 s");
		assertThat(new Span(45, 80, 200).words()).isEqualTo("45 s to 3 min");
		assertThat(new Span(60.1, 60.2, 60.3).words()).isEqualTo("about 60 s");
		assertThat(Span.words(9000)).isEqualTo("2.5 h");
	}

	private static Rehearsed move(String at, Load load, long rows, long indexes) {
		return new Rehearsed(Instant.parse(at), "WINDOW", load, Map.of("look", 100L, "tables", 400L, "rows", rows,
				"indexes", indexes, "verification", 2000L, "migrations", 1000L));
	}

	private static Load load(double gigabytes) {
		return new Load((long) (gigabytes * 1e9), (long) (gigabytes * 5e6), (long) (gigabytes * 2e9), 30, 2);
	}

	private static Load streams(int workers) {
		return new Load(GIGABYTE.bytes(), GIGABYTE.rows(), GIGABYTE.lateBytes(), 30, workers);
	}

}

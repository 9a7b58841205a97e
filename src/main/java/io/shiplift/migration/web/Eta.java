package io.shiplift.migration.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepTimes.Usual;

/**
 * How long a run will go on, judged by earlier runs along its longest chain of steps. A
 * guess is given only if every open step has a past.
 */
record Eta(Duration low, Duration high, int samples, boolean known) {

	private static final Eta UNKNOWN = new Eta(Duration.ZERO, Duration.ZERO, 0, false);

	static Eta of(Run run, Map<StepRun, Usual> usual, Instant now) {
		Map<String, Duration> lowEnds = new HashMap<>();
		Map<String, Duration> highEnds = new HashMap<>();
		int samples = Integer.MAX_VALUE;
		for (StepRun step : run.steps()) {
			Usual times = usual.get(step);
			if (step.status().isOver()) {
				continue;
			}
			if (times == null || step.status().waitsForPerson()) {
				return UNKNOWN;
			}
			samples = Math.min(samples, times.samples());
			put(lowEnds, step, times.low().minus(step.elapsed(now)));
			put(highEnds, step, times.high().minus(step.elapsed(now)));
		}
		return (run.status() != RunStatus.RUNNING || highEnds.isEmpty()) ? UNKNOWN
				: new Eta(longest(lowEnds), longest(highEnds), samples, true);
	}

	private static void put(Map<String, Duration> ends, StepRun step, Duration left) {
		Duration begin = step.waitsFor()
			.stream()
			.map((key) -> ends.getOrDefault(key, Duration.ZERO))
			.max(Duration::compareTo)
			.orElse(Duration.ZERO);
		ends.put(step.key(), begin.plus(left.isNegative() ? Duration.ZERO : left));
	}

	private static Duration longest(Map<String, Duration> ends) {
		return ends.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
	}

}

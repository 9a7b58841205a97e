package io.shiplift.steps.forecast;

import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.fact.SmokePassed;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Adds up what this rehearsal took to say how long users will see the maintenance page.
 */
@Component
class ForecastStep implements Step {

	/**
	 * Maintenance page, workers, proof of no writers, smoke test and DNS call, in
	 * seconds.
	 */
	private static final long AROUND_THE_COPY = 20;

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("forecast", "Forecast", "Says from what was measured how long the app will be down at the cutover.",
					Forecast.class)
			.needs(DataCopied.class, DataVerified.class, SchemaMigrated.class, SmokePassed.class)
			.forward(RunKind.REHEARSAL);
	}

	@Override
	public StepResult advance(StepContext context) {
		Map<String, Long> phases = new TreeMap<>();
		context.fact(DataCopied.class)
			.secondsByPhase()
			.forEach((phase, seconds) -> phases.put("copy: " + phase, seconds));
		phases.put("verification", seconds(context.fact(DataVerified.class).millis()));
		phases.put("app's own migrations", seconds(context.fact(SchemaMigrated.class).millis()));
		phases.put("quiesce, smoke test and switch (fixed)", AROUND_THE_COPY);
		long total = phases.values().stream().mapToLong(Long::longValue).sum();
		return StepResult.done(new Forecast(total, phases));
	}

	private static long seconds(long millis) {
		return Math.max(1, (millis + 500) / 1000);
	}

}

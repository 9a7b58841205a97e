package io.shiplift.steps.forecast;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.Measured;
import io.shiplift.fact.SafetyCopied;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.fact.SmokePassed;
import io.shiplift.forecast.Load;
import io.shiplift.forecast.Model;
import io.shiplift.forecast.Phase;
import io.shiplift.forecast.Prediction;
import io.shiplift.forecast.Rehearsals;
import io.shiplift.forecast.Rehearsed;
import io.shiplift.forecast.Span;
import io.shiplift.plan.Bytes;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Says from this rehearsal and those before how long users will see the maintenance page.
 */
@Component
class ForecastStep implements Step {

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("forecast", "Forecast", "Says from what was measured how long the app will be down at the cutover.",
					Forecast.class)
			.needs(DataCopied.class, DataVerified.class, SchemaMigrated.class, SmokePassed.class, SafetyCopied.class)
			.forward(RunKind.REHEARSAL);
	}

	@Override
	public StepResult advance(StepContext context) {
		if (context.plan().database().safetyDays() > 0) {
			context.find(SafetyCopied.class)
				.ifPresent((safety) -> context.note("The safety copy took " + Span.words(safety.millis() / 1000.0)
						+ " and " + Bytes.words(safety.bytes())
						+ ". It is written beside the other steps, so it adds nothing to the time without the app."));
		}
		DataCopied copied = context.fact(DataCopied.class);
		Measured measured = copied.measured();
		List<Rehearsed> past = Rehearsals.of(context.kept(DataCopied.class), context.kept(DataVerified.class),
				context.kept(SchemaMigrated.class));
		if (measured == null) {
			return StepResult.done(alone(context, copied));
		}
		Load load = new Load(copied.bytes(), measured.rows(), measured.lateBytes(), measured.tables(),
				measured.workers());
		Prediction prediction = Model.of(past).predict(measured.method(), load);
		Map<String, Long> phases = new TreeMap<>();
		prediction.byPhase().forEach((phase, span) -> phases.put(Phase.titleOf(phase), span.expected().toSeconds()));
		Span total = prediction.total();
		return StepResult.done(new Forecast(total.expected().toSeconds(), phases,
				new Forecast.Range((long) total.low(), total.longest().toSeconds(), prediction.basis())));
	}

	/** From this rehearsal alone, whose copy says nothing of its sizes. */
	private static Forecast alone(StepContext context, DataCopied copied) {
		Map<String, Long> phases = new TreeMap<>();
		copied.secondsByPhase().forEach((phase, seconds) -> phases.put(Phase.titleOf(phase), seconds));
		phases.put(Phase.VERIFICATION.title(), seconds(context.fact(DataVerified.class).millis()));
		phases.put(Phase.MIGRATIONS.title(), seconds(context.fact(SchemaMigrated.class).millis()));
		phases.put(Phase.AROUND.title(), Model.AROUND);
		return new Forecast(phases.values().stream().mapToLong(Long::longValue).sum(), phases);
	}

	private static long seconds(long millis) {
		return Math.max(1, (millis + 500) / 1000);
	}

}

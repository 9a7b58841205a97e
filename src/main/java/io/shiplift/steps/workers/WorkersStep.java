package io.shiplift.steps.workers;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.shiplift.fact.MaintenanceOn;
import io.shiplift.fact.WorkersStopped;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Takes every process but web down to zero and waits until none is left.
 */
@Component
class WorkersStep implements Step {

	private static final Duration POLL = Duration.ofSeconds(2);

	private final Herokus herokus;

	WorkersStep(Herokus herokus) {
		this.herokus = herokus;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("workers", "Workers stopped",
					"Background processes finish what they have and stop; maintenance mode alone does not stop them.",
					WorkersStopped.class)
			.needs(MaintenanceOn.class)
			.forward(RunKind.CUTOVER)
			.backward(RunKind.RETURN);
	}

	@Override
	public StepResult advance(StepContext context) {
		Quantities before = context.remember("before", Quantities.class, () -> new Quantities(background(context)));
		Map<String, Integer> toStop = new TreeMap<>(background(context));
		toStop.values().removeIf((quantity) -> quantity == 0);
		if (!toStop.isEmpty()) {
			toStop.replaceAll((type, quantity) -> 0);
			scale(context, toStop);
		}
		Map<String, Integer> running = new TreeMap<>(heroku(context).runningDynos(app(context)));
		running.remove("web");
		running.values().removeIf((count) -> count == 0);
		return running.isEmpty() ? StepResult.done(new WorkersStopped(before.byType()))
				: StepResult.underway(POLL, "Still running: " + running);
	}

	@Override
	public StepResult undo(StepContext context) {
		Map<String, Integer> wanted = new TreeMap<>(
				context.recall("before", Quantities.class).map(Quantities::byType).orElse(Map.of()));
		Map<String, Integer> standing = background(context);
		wanted.entrySet().removeIf((entry) -> entry.getValue().equals(standing.get(entry.getKey())));
		if (!wanted.isEmpty()) {
			scale(context, wanted);
		}
		return StepResult.undone();
	}

	private Map<String, Integer> background(StepContext context) {
		return heroku(context).formation(app(context))
			.stream()
			.filter((formation) -> !"web".equals(formation.type()))
			.collect(Collectors.toMap(Heroku.Formation::type, Heroku.Formation::quantity));
	}

	private void scale(StepContext context, Map<String, Integer> quantities) {
		context.act("Scale " + quantities, () -> heroku(context).scale(app(context), quantities));
	}

	private Heroku heroku(StepContext context) {
		return this.herokus.open(context.connection());
	}

	private static String app(StepContext context) {
		return context.plan().source().name();
	}

	/** Number of dynos by process type. */
	record Quantities(Map<String, Integer> byType) {

	}

}

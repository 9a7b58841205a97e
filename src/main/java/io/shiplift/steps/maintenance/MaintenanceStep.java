package io.shiplift.steps.maintenance;

import java.time.Duration;

import io.shiplift.fact.MaintenanceOn;
import io.shiplift.fact.SchedulerPaused;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Has Heroku answer visitors with its maintenance page. From here on users notice.
 */
@Component
class MaintenanceStep implements Step {

	private final Herokus herokus;

	MaintenanceStep(Herokus herokus) {
		this.herokus = herokus;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("maintenance", "Maintenance page on",
					"Visitors see Heroku's maintenance page from here until traffic is on AWS.", MaintenanceOn.class)
			.needs(SchedulerPaused.class)
			.forward(RunKind.CUTOVER)
			.backward(RunKind.RETURN);
	}

	@Override
	public StepResult advance(StepContext context) {
		Before before = context.remember("before", Before.class,
				() -> new Before(app(context).maintenance(), context.clock().instant().toString()));
		if (!app(context).maintenance()) {
			set(context, true);
		}
		return app(context).maintenance() ? StepResult.done(new MaintenanceOn(before.on(), before.at()))
				: StepResult.underway(Duration.ofSeconds(2), "Heroku has not turned its maintenance page on yet");
	}

	@Override
	public StepResult undo(StepContext context) {
		boolean wasOn = context.recall("before", Before.class).map(Before::on).orElse(false);
		if (app(context).maintenance() && !wasOn) {
			set(context, false);
		}
		return StepResult.undone();
	}

	private void set(StepContext context, boolean on) {
		context.act("Turn maintenance mode " + (on ? "on" : "off"),
				() -> this.herokus.open(context.connection()).maintenance(context.plan().source().name(), on));
	}

	private Heroku.App app(StepContext context) {
		String name = context.plan().source().name();
		return this.herokus.open(context.connection())
			.app(name)
			.orElseThrow(() -> new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON, "Heroku has no app named " + name
					+ " any more, or the token may not see it. Restore access; this step then goes on by itself."));
	}

	/** Whether the page was on before, and when that was seen. */
	record Before(boolean on, String at) {

	}

}

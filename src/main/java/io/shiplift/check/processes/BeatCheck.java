package io.shiplift.check.processes;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Processes;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;

import org.springframework.stereotype.Component;

/**
 * Whether the clock of Celery would tick more than once.
 */
@Component
class BeatCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("beat", Group.PROCESSES, "Celery beat");
	}

	@Override
	public Verdict judge(CheckContext context) {
		List<SourceApp.Process> beats = context.processes((process) -> process.quantity() > 0 && process.beat())
			.toList();
		int today = beats.stream().mapToInt(SourceApp.Process::quantity).sum();
		if (today > 1) {
			return Verdict.each(beats, CheckContext::line,
					Finding.warning("Celery's clock runs more than once already today.",
							"Every timed task is started as often. Keep one process with beat, and none inside"
									+ " workers of which there are several."));
		}
		return Verdict.when(today == 1 && Processes.machines(context) > 1,
				Finding
					.warning(
							"Celery's clock would run on each of the " + Processes.machines(context)
									+ " planned machines, so timed tasks would run as often.",
							"Plan one machine, let beat take a lock (celery-redbeat), or move it to a target"
									+ " that runs it once (ECS).")
					.seen(beats.stream().map(CheckContext::line).toList()));
	}

}

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
		List<SourceApp.Process> beats = context
			.processes((process) -> process.beat() && Processes.clock(context, process))
			.toList();
		int machines = Processes.machines(context);
		if (machines > 1) {
			return Verdict.each(beats, CheckContext::line,
					Finding.blocker(
							"Celery's clock would run on each of the " + machines
									+ " planned machines, so timed tasks would run as often.",
							"Plan exactly one machine; or answer \u201cNot on AWS\u201d for this process and run it"
									+ " elsewhere; or let beat take a lock (celery-redbeat), and say so here."));
		}
		int today = beats.stream().mapToInt(SourceApp.Process::quantity).sum();
		return Verdict.each((today > 1) ? beats : List.of(), CheckContext::line,
				Finding.warning("Celery's clock runs more than once already today.",
						"Every timed task is started as often. Keep one process with beat, and none inside"
								+ " workers of which there are several."));
	}

}

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
 * Whether another clock would tick more than once.
 */
@Component
class ClockCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("clock", Group.PROCESSES, "Clock process");
	}

	@Override
	public Verdict judge(CheckContext context) {
		int machines = Processes.machines(context);
		List<SourceApp.Process> clocks = context.workers()
			.stream()
			.filter((process) -> Processes.clock(context, process) && !process.beat())
			.toList();
		return Verdict.each((machines > 1) ? clocks : List.of(), CheckContext::line, Finding.blocker(
				"This clock would run on each of the " + machines + " planned machines.",
				"Its jobs would run as often. Plan exactly one machine; or answer \u201cNot on AWS\u201d for this"
						+ " process and run it elsewhere; or let it take a lock in the database, and say so here."));
	}

}

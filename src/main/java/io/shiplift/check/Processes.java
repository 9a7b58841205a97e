package io.shiplift.check;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.ProcessFate;

/**
 * Tells kinds of processes apart by their names and commands.
 */
public final class Processes {

	private Processes() {
	}

	public static boolean web(SourceApp.Process process) {
		return "web".equals(process.type());
	}

	/** Whether it starts timed work and goes to AWS, where there must be one of it. */
	public static boolean clock(CheckContext context, SourceApp.Process process) {
		return process.clock() && process.quantity() > 0
				&& !context.answers().value("processes", process.type()).equals(ProcessFate.Target.NONE.name());
	}

	/**
	 * How many machines are planned, each of which runs every process once; one is
	 * proposed where there is a clock.
	 */
	public static int machines(CheckContext context) {
		String count = context.answers().value("web", "count");
		if (count.matches("\\d{1,3}")) {
			return Integer.parseInt(count);
		}
		return context.processes((process) -> clock(context, process)).findAny().isPresent() ? 1
				: context.processes(Processes::web).mapToInt(SourceApp.Process::quantity).sum();
	}

}

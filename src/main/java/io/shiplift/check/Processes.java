package io.shiplift.check;

import io.shiplift.fact.SourceApp;

/**
 * Tells kinds of processes apart by their names and commands.
 */
public final class Processes {

	private Processes() {
	}

	public static boolean web(SourceApp.Process process) {
		return "web".equals(process.type());
	}

	/** Whether it runs the clock of Celery, alone or inside a worker. */
	public static boolean beat(SourceApp.Process process) {
		return process.command().matches("(?s).*\\bcelery\\b.*(\\bbeat\\b|\\s-B\\b|\\s--beat\\b).*");
	}

	/** Whether it starts timed work, so that there should be one of it. */
	public static boolean clock(SourceApp.Process process) {
		return beat(process) || process.type().matches("clock|cron|scheduler|timer")
				|| process.command().matches("(?s).*(\\bclock\\.py|apscheduler|rqscheduler).*");
	}

	/** How many machines are planned, each of which runs every process once. */
	public static int machines(CheckContext context) {
		String count = context.answers().value("web", "count");
		return count.matches("\\d{1,3}") ? Integer.parseInt(count)
				: context.processes(Processes::web).mapToInt(SourceApp.Process::quantity).sum();
	}

}

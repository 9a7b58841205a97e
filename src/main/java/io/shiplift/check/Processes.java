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

	/** How many machines are planned, each of which runs every process once. */
	public static int machines(CheckContext context) {
		String count = context.answers().value("web", "count");
		return count.matches("\\d{1,3}") ? Integer.parseInt(count)
				: context.processes(Processes::web).mapToInt(SourceApp.Process::quantity).sum();
	}

}

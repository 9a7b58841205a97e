package io.shiplift.plan;

/**
 * Tells whether the machines run a clock, of which there must be exactly one: with two,
 * every timed task runs twice.
 */
final class Clocks {

	private Clocks() {
	}

	/** Whether one runs on each web machine, as everything does that goes to AWS. */
	static boolean onMachines(Setting setting) {
		return setting.app()
			.processes()
			.stream()
			.filter((process) -> process.quantity() > 0 && process.clock())
			.anyMatch((process) -> !setting.answers()
				.value(ProcessTopic.KEY, process.type())
				.equals(ProcessFate.Target.NONE.name()));
	}

}

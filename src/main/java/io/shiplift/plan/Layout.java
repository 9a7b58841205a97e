package io.shiplift.plan;

import java.util.List;

import io.shiplift.fact.SourceApp;

/**
 * What a bill of AWS is made out for: web machines, or tasks of Fargate instead; how many
 * NAT gateways; whether there may be more machines under load; and how many dynos or
 * machines of a usual size serve visitors.
 */
record Layout(List<Tasks> tasks, int gateways, boolean grows, int webs) {

	/** The network of this version spans so many zones. */
	private static final int ZONES = 2;

	/** What this version builds. */
	static Layout of(Setting setting, Plan.Sizes sizes) {
		return new Layout(List.of(), 1, grows(setting, sizes), webs(setting, sizes));
	}

	/** What somebody wants to compare with. */
	static Layout of(Setting setting, Plan.Sizes sizes, Prices prices, WhatIf choices) {
		List<Tasks> tasks = choices.fargate() ? tasks(setting, prices) : List.of();
		return new Layout(tasks, choices.gatewayPerZone() ? ZONES : 1, grows(setting, sizes), webs(setting, sizes));
	}

	private static List<Tasks> tasks(Setting setting, Prices prices) {
		return setting.app()
			.processes()
			.stream()
			.filter((process) -> Processes.web(process) || process.quantity() > 0)
			.filter((process) -> !setting.answers()
				.value(ProcessTopic.KEY, process.type())
				.equals(ProcessFate.Target.NONE.name()))
			.map((process) -> new Tasks(process.type(), count(process),
					Processes.Task.of(prices.dyno(process.size()).memoryMib())))
			.toList();
	}

	private static int count(SourceApp.Process process) {
		if (Processes.web(process)) {
			return Math.max(1, process.quantity());
		}
		return process.clock() ? 1 : process.quantity();
	}

	/** Visitors do not become fewer when one large machine serves them. */
	private static int webs(Setting setting, Plan.Sizes sizes) {
		return Math.max(sizes.webInstances(), WebTopic.dynos(setting.app()));
	}

	private static boolean grows(Setting setting, Plan.Sizes sizes) {
		return sizes.webInstances() > 1 || !Clocks.onMachines(setting);
	}

	/** So many tasks of a size for one type of process. */
	record Tasks(String type, int count, Processes.Task task) {

	}

}

package io.shiplift.plan;

import java.util.List;
import java.util.Map;

import io.shiplift.fact.SourceApp;

/**
 * How large the machines are that run the processes, and how many.
 */
class WebTopic implements Topic {

	static final String KEY = "web";

	/** What the operating system and its agents take. */
	private static final int SYSTEM_MIB = 512;

	private static final String CLOCK = " One of its processes is a clock: each machine would run one, so there must be exactly one machine.";

	private final Prices prices;

	WebTopic(Prices prices) {
		this.prices = prices;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		SourceApp app = setting.app();
		boolean clock = Clocks.onMachines(setting);
		int count = count(setting);
		Prices.Machine proposed = this.prices.instanceFor(memoryPerInstance(app, count) + SYSTEM_MIB);
		PriceList list = PriceList.of(setting.answers().value(RegionTopic.KEY, "region"));
		List<Question.Option> options = this.prices.instances()
			.stream()
			.map((machine) -> new Question.Option(machine.name(),
					machine.name() + " (" + machine.memory() + ", " + machine.cpus() + " CPUs)",
					list.dollarsOfMonth(machine.name()) + " a month each"))
			.toList();
		return new Question(KEY, "How large are the machines for the web processes?",
				"Worker and timer processes run beside the web process on the same machines. Under load there are up to"
						+ " twice as many, unless there is one and it runs a clock.",
				Question.Layout.FIELDS,
				List.of(Question.Field.radio("instanceType", "Machine", options, proposed.name(),
						sizeReason(memoryPerInstance(app, count), proposed)),
						Question.Field.number("count", "How many", "From 1 to 20. With two, one may fail.", count,
								today(dynos(app)) + (clock ? CLOCK : ""))));
	}

	/** How many machines we propose: exactly one if it runs a clock. */
	static int count(Setting setting) {
		return Clocks.onMachines(setting) ? 1 : dynos(setting.app());
	}

	private static String today(int count) {
		return "Heroku runs " + count + " web " + ((count == 1) ? "dyno" : "dynos") + " today.";
	}

	@Override
	public Reply reply(Setting setting, Map<String, String> typed) {
		Reply reply = Typed.check(ask(setting), typed);
		String count = Typed.clean(typed.getOrDefault("count", ""));
		return Typed.also(reply, "count", Typed.outside(count, 1, 20, "a number"));
	}

	private int memoryPerInstance(SourceApp app, int machines) {
		int others = app.processes()
			.stream()
			.filter((process) -> !"web".equals(process.type()))
			.mapToInt((process) -> process.quantity() * memory(process))
			.sum();
		int largestWeb = app.processes()
			.stream()
			.filter((process) -> "web".equals(process.type()))
			.mapToInt(this::memory)
			.max()
			.orElse(512);
		int webs = (dynos(app) + machines - 1) / machines;
		return largestWeb * webs + (others + machines - 1) / machines;
	}

	private int memory(SourceApp.Process process) {
		return this.prices.dyno(process.size()).memoryMib();
	}

	/** How many web dynos there are today; at least one. */
	static int dynos(SourceApp app) {
		int quantity = app.processes()
			.stream()
			.filter((process) -> "web".equals(process.type()))
			.mapToInt(SourceApp.Process::quantity)
			.sum();
		return Math.clamp(quantity, 1, 20);
	}

	private static String sizeReason(int memory, Prices.Machine proposed) {
		return "The dynos that will share a machine have " + memory + " MB together and the system needs " + SYSTEM_MIB
				+ " MB; this one has " + proposed.memory() + ".";
	}

}

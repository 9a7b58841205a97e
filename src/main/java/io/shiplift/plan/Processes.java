package io.shiplift.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.ProcessFate.Target;

/**
 * What should run each type of process, with a size and the reason.
 */
final class Processes {

	private final Setting setting;

	private final Prices prices;

	Processes(Setting setting, Prices prices) {
		this.setting = setting;
		this.prices = prices;
	}

	List<ProcessFate> fates() {
		return this.setting.app().processes().stream().map(this::fate).toList();
	}

	Target proposal(SourceApp.Process process) {
		return (process.quantity() == 0 && !web(process)) ? Target.NONE : Target.MACHINES;
	}

	Target recommended(SourceApp.Process process) {
		if (process.quantity() == 0 && !web(process)) {
			return Target.NONE;
		}
		return web(process) ? Target.MACHINES : Target.ECS;
	}

	/** Why, and what this version does about it. */
	String reason(SourceApp.Process process) {
		if (web(process)) {
			return "Elastic Beanstalk runs web processes behind a load balancer.";
		}
		if (process.quantity() == 0) {
			return "It is scaled to zero on Heroku; on AWS it would start running.";
		}
		String why = process.clock() ? "A clock must run exactly once, and an ECS service of one task does."
				: "A worker scales by its queue and not with the web, and in ECS it does so by itself.";
		return why + " We recommend ECS with " + size(process) + ", " + price(process)
				+ ", but this version builds only the web machines: "
				+ (process.clock() ? "run it there with exactly one machine, or choose \u201cNot on AWS\u201d."
						: "until you move it, each of them runs one.");
	}

	String size(SourceApp.Process process) {
		if (recommended(process) == Target.ECS) {
			Task task = Task.of(this.prices.dyno(process.size()).memoryMib());
			return (process.clock() ? 1 : process.quantity()) + " \u00d7 " + task.words();
		}
		return (recommended(process) == Target.NONE) ? "" : this.setting.answers().value(WebTopic.KEY, "instanceType");
	}

	/** What all its tasks cost on Fargate in the chosen region. */
	private String price(SourceApp.Process process) {
		PriceList list = PriceList.of(this.setting.answers().value(RegionTopic.KEY, "region"));
		Task task = Task.of(this.prices.dyno(process.size()).memoryMib());
		BigDecimal hours = BigDecimal.valueOf((long) PriceList.HOURS * process.quantity());
		Optional<Long> cpus = list.price("fargate.cpu.hour").map((price) -> price.cents(task.cpu().multiply(hours)));
		Optional<Long> memory = list.price("fargate.gb.hour")
			.map((price) -> price.cents(task.memory().multiply(hours)));
		return (cpus.isPresent() && memory.isPresent())
				? "about " + Money.dollars(cpus.get() + memory.get()) + " a month" : "for which we know no price";
	}

	static boolean web(SourceApp.Process process) {
		return "web".equals(process.type());
	}

	private ProcessFate fate(SourceApp.Process process) {
		String answer = this.setting.answers().value(ProcessTopic.KEY, process.type());
		Target chosen = answer.isEmpty() ? proposal(process) : Target.valueOf(answer);
		return new ProcessFate(process.type(), chosen, recommended(process), size(process), reason(process));
	}

	/** A size of Fargate with at least the memory of a dyno. */
	record Task(String cpus, String gigabytes) {

		private static final Map<Integer, Task> SIZES = new TreeMap<>(Map.of(512, new Task("0.25", "0.5"), 1024,
				new Task("0.5", "1"), 2560, new Task("1", "3"), 14336, new Task("4", "14"), 30720, new Task("4", "30"),
				63488, new Task("16", "64"), 122880, new Task("16", "120")));

		static Task of(int memoryMib) {
			return SIZES.entrySet()
				.stream()
				.filter((size) -> size.getKey() >= memoryMib)
				.map(Map.Entry::getValue)
				.findFirst()
				.orElse(new Task("16", "120"));
		}

		String words() {
			return String.format(Locale.ROOT, "%s CPU and %s GB of Fargate", this.cpus, this.gigabytes);
		}

		BigDecimal cpu() {
			return new BigDecimal(this.cpus);
		}

		BigDecimal memory() {
			return new BigDecimal(this.gigabytes);
		}

	}

}

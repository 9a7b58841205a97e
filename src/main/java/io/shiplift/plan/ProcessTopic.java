package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceServices;
import io.shiplift.plan.ProcessFate.Target;

/**
 * Where each type of process runs.
 */
class ProcessTopic implements Topic {

	static final String KEY = "processes";

	private final Prices prices;

	ProcessTopic(Prices prices) {
		this.prices = prices;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		Processes processes = new Processes(setting, this.prices);
		List<Question.Field> fields = setting.app()
			.processes()
			.stream()
			.map((process) -> Question.Field.select(process.type(), process.type(), options(processes, process),
					processes.proposal(process).name(), processes.reason(process)))
			.toList();
		return new Question(KEY, "Where does each process run?",
				"This version builds the web machines of Elastic Beanstalk and nothing else. What you choose beyond that"
						+ " is kept as a wish: the plan names it, and until you build it the process runs on the web machines.",
				Question.Layout.TABLE, fields, notes(setting));
	}

	private static List<Question.Option> options(Processes processes, SourceApp.Process process) {
		List<Question.Option> options = new ArrayList<>();
		options.add(new Question.Option(Target.MACHINES.name(), "On the web machines", ""));
		if (!Processes.web(process)) {
			options.add(new Question.Option(Target.ECS.name(), "Wish: an ECS service", ""));
			options.add(new Question.Option(Target.TIMER.name(), "Wish: a timer that starts it", ""));
			options.add(new Question.Option(Target.NONE.name(), "Not on AWS", ""));
		}
		return options;
	}

	private static List<String> notes(Setting setting) {
		List<String> notes = new ArrayList<>();
		setting.app()
			.processes()
			.stream()
			.filter((process) -> process.quantity() > 0 && process.clock())
			.forEach((process) -> notes.add("The process " + process.type()
					+ " looks like a clock. With more than one web machine it would run once on each, and every timed"
					+ " task twice: choose exactly one machine, or \u201cNot on AWS\u201d and run it elsewhere."
					+ " A check stops the plan otherwise."));
		List<SourceServices.Job> jobs = setting.known().services().allJobs();
		jobs.forEach((job) -> notes.add("The Scheduler runs \u201c" + job.command() + "\u201d " + job.schedule()
				+ ". We recommend a timer of EventBridge Scheduler; this version builds none."));
		return notes;
	}

}

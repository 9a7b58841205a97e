package io.shiplift.migration.web;

import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.fact.SourceServices.Job;

import org.springframework.validation.Errors;

/**
 * Jobs of the Scheduler as somebody copied them: one a line, when it runs, a bar, and the
 * command.
 */
record JobsForm(String jobs) {

	private static final int MOST = 100;

	private static final int LONGEST = 500;

	JobsForm {
		jobs = (jobs != null) ? jobs : "";
	}

	static JobsForm of(List<Job> jobs) {
		return new JobsForm(
				jobs.stream().map((job) -> job.schedule() + " | " + job.command()).collect(Collectors.joining("\n")));
	}

	void validate(Errors errors) {
		if (lines().size() > MOST) {
			errors.rejectValue("jobs", "many", "Type at most " + MOST + " jobs.");
		}
		lines().stream()
			.filter((line) -> !line.matches("[^|]*\\S[^|]*\\|.*\\S.*") || line.length() > LONGEST)
			.findFirst()
			.ifPresent((line) -> errors.rejectValue("jobs", "shape",
					"Write when it runs, a bar and the command in each line, such as: every 10 minutes | python manage.py send_reminders"));
	}

	List<Job> typed() {
		return lines().stream().map((line) -> line.split("\\|", 2)).map(JobsForm::job).toList();
	}

	private static Job job(String[] parts) {
		return new Job(parts[1].strip(), parts[0].strip());
	}

	private List<String> lines() {
		return this.jobs.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

}

package io.shiplift.check.processes;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceServices;

import org.springframework.stereotype.Component;

/**
 * Whether commands call the heroku program.
 */
@Component
class HerokuCliCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("heroku-cli", Group.PROCESSES, "Heroku command line");
	}

	@Override
	public Verdict judge(CheckContext context) {
		List<String> lines = new ArrayList<>(
				context.running("(^|[;&|(]\\s*)heroku\\s").stream().map(CheckContext::line).toList());
		context.source()
			.services()
			.allJobs()
			.stream()
			.map(SourceServices.Job::command)
			.filter((job) -> job.startsWith("heroku "))
			.forEach(lines::add);
		return Verdict.names(lines, Finding.warning("These commands call the heroku program.",
				"It is not there on AWS, and it would change the app on Heroku. Replace what it does."));
	}

}

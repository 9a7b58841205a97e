package io.shiplift.check.processes;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceServices;

import org.springframework.stereotype.Component;

/**
 * Whether timed jobs have nobody on AWS to start them.
 */
@Component
class ScheduledJobsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("scheduled-jobs", Group.PROCESSES, "Jobs of the Scheduler", Need.SERVICES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		SourceServices services = context.source().services();
		if (context.addOns("scheduler").isEmpty()) {
			return Verdict.clear("The app does not use the Heroku Scheduler.");
		}
		if (!services.jobsRead() && services.allJobs().isEmpty()) {
			return Verdict.of(Finding
				.warning("The jobs of the Heroku Scheduler could not be read.",
						"Heroku has no documented way to read them. Open its page, and write each job with"
								+ " its time into cron of the app.")
				.run("heroku addons:open scheduler --app " + context.app().name()));
		}
		return Verdict.each(services.allJobs(), (job) -> job.schedule() + ": " + job.command(),
				Finding.warning("The Heroku Scheduler starts these jobs; on AWS nobody does so yet.",
						"Set each up with EventBridge Scheduler, in a cron file of the app (.platform, on the"
								+ " leader only), or in Celery's clock. Times are UTC on both sides."));
	}

}

package io.shiplift.check.files;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether the build collects static files.
 */
@Component
class CollectstaticCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("collectstatic", Group.FILES, "Collecting static files");
	}

	@Override
	public Verdict judge(CheckContext context) {
		boolean told = context.repository() != null && "no".equals(context.scan().value(Topic.COLLECTSTATIC));
		return Verdict.when(context.sets("DISABLE_COLLECTSTATIC") || told,
				Finding
					.warning("Static files are not collected in the build.",
							"Beanstalk does not do it by itself either. Add it to container_commands, and make"
									+ " sure that it works without secrets and database.")
					.run("python manage.py collectstatic --noinput"));
	}

}

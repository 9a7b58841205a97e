package io.shiplift.check.processes;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether commands start programs that a buildpack brings.
 */
@Component
class WrapperCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("wrapper", Group.PROCESSES, "Programs of buildpacks");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.running("\\bbin/(start-nginx|start-pgbouncer|start-stunnel|qgtunnel|qgsocksify|proximo)\\b"),
				CheckContext::line,
				Finding.warning("These commands start a program that only a buildpack of Heroku installs.",
						"It is missing on AWS and the process would not start. Take it out of the command:"
								+ " Beanstalk has its own nginx, and RDS allows more connections."));
	}

}

package io.shiplift.check.processes;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;

import org.springframework.stereotype.Component;

/**
 * Whether something runs before each release.
 */
@Component
class ReleaseCommandCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("release-command", Group.PROCESSES, "Release command");
	}

	@Override
	public Verdict judge(CheckContext context) {
		List<String> commands = context.processes((process) -> "release".equals(process.type()))
			.map(SourceApp.Process::command)
			.toList();
		boolean plain = commands.stream()
			.allMatch((command) -> command.matches("python3? (\\./)?manage\\.py migrate[\\w\\s-]*"));
		return Verdict.names(commands, plain
				? Finding.info("Heroku runs the migrations before each release.",
						"Shiplift runs them as a step of its own. For later releases put the command into"
								+ " container_commands with leader_only: true.")
				: Finding.warning("Heroku runs a command before each release that does more than migrations.",
						"Nothing runs it on AWS. Put it into container_commands with leader_only: true, or"
								+ " make it a step of your deployment."));
	}

}

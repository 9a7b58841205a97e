package io.shiplift.check.tool;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.data.DatabaseTools;

import org.springframework.stereotype.Component;

/**
 * Whether pg_dump here can read the source.
 */
@Component
class DatabaseToolsCheck implements Check {

	private final DatabaseTools tools;

	DatabaseToolsCheck(DatabaseTools tools) {
		this.tools = tools;
	}

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("database-tools", Group.TOOL, "Database programs", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.of(this.tools.check(context.figures().major())
			.map((problem) -> Finding
				.blocker(problem,
						"Install a newer PostgreSQL client on the machine that runs Shiplift, then look again.")
				.run("apt-get install postgresql-client-" + context.figures().major()))
			.stream()
			.toList());
	}

}

package io.shiplift.check.database;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.data.RdsExtensions;
import io.shiplift.fact.SourceDatabaseSeen.Extension;

import org.springframework.stereotype.Component;

/**
 * Whether RDS offers every extension of the source.
 */
@Component
class ExtensionsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("extensions", Group.DATABASE, "Extensions", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.figures()
					.extensions()
					.stream()
					.filter((extension) -> !RdsExtensions.offered(extension.name()))
					.toList(),
				Extension::name,
				Finding
					.blocker("RDS does not offer these extensions of the source.",
							"Find out what uses them and drop them on the source, or keep this database where it is.")
					.run("drop extension ..."));
	}

}

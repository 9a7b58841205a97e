package io.shiplift.check.database;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceDatabaseSeen.Extension;

import org.springframework.stereotype.Component;

/**
 * Whether extensions lie where only Heroku puts them.
 */
@Component
class HerokuSchemaCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("heroku-schema", Group.DATABASE, "Schema heroku_ext", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.figures()
					.extensions()
					.stream()
					.filter((extension) -> "heroku_ext".equals(extension.schema()))
					.toList(),
				Extension::name, Finding.info("These extensions lie in the schema heroku_ext.",
						"The copy keeps them there and the search path as it is, so nothing in the code changes."));
	}

}

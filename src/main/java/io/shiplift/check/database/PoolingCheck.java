package io.shiplift.check.database;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;

import org.springframework.stereotype.Component;

/**
 * Whether the app goes through a pooler that stays behind.
 */
@Component
class PoolingCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("pooling", Group.DATABASE, "Connection pooling");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(
				context.app()
					.configVars()
					.stream()
					.map(SourceApp.ConfigVar::name)
					.filter((name) -> name.endsWith("_CONNECTION_POOL_URL") || name.startsWith("PGBOUNCER_"))
					.toList(),
				Finding.warning("The app reaches its database through a pooler.",
						"Such an address is not replaced on AWS. Let the app read DATABASE_URL; if it"
								+ " needs many connections, put an RDS Proxy in between."));
	}

}

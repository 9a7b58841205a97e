package io.shiplift.steps.copy;

import io.shiplift.data.BackupFiles;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseInspector;
import io.shiplift.data.DatabaseLimits;
import io.shiplift.forecast.Load;
import io.shiplift.plan.Plan;
import io.shiplift.step.StepContext;
import io.shiplift.steps.SourceDatabases;

import org.springframework.stereotype.Component;

/**
 * How much there is to take a backup of and to restore, before that begins.
 */
@Component
class BackupLoad {

	private static final int WORKERS = 2;

	/** Files are compressed to about this part of their tables. */
	private static final int PACKED = 3;

	private final SourceDatabases sources;

	private final DatabaseInspector inspector;

	private final BackupFiles files;

	BackupLoad(SourceDatabases sources, DatabaseInspector inspector, BackupFiles files) {
		this.sources = sources;
		this.inspector = inspector;
		this.files = files;
	}

	/** A file says only how large it is. */
	Load of(StepContext context) {
		Plan plan = context.plan();
		if (SourceDatabases.file(plan)) {
			long bytes = this.files.bytes(context.migrationId(), plan.database().database());
			return new Load(PACKED * bytes, 0, 0, 1, WORKERS);
		}
		DatabaseFacts facts = this.inspector.inspect(this.sources.address(context.connection(), plan));
		DatabaseLimits limits = facts.limits();
		return new Load(limits.tableBytes(), facts.rows(), limits.lateBytes(), facts.tables().size(), WORKERS);
	}

}

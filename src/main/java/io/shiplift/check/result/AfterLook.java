package io.shiplift.check.result;

import io.shiplift.code.CodeRead;
import io.shiplift.migration.Migrations;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.source.SnapshotKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges all checks again as soon as there is a newer look at the source or its code.
 */
@Component
class AfterLook {

	private static final Logger logger = LoggerFactory.getLogger(AfterLook.class);

	private final Migrations migrations;

	private final Rounds rounds;

	AfterLook(Migrations migrations, Rounds rounds) {
		this.migrations = migrations;
		this.rounds = rounds;
	}

	@EventListener
	void judge(SnapshotKept kept) {
		judge(kept.migrationId());
	}

	@EventListener
	void judge(CodeRead read) {
		try {
			judge(read.migrationId());
		}
		catch (OutsideProblem ex) {
			logger.info("Checks of migration {} wait for the next look at the app: {}", read.migrationId(),
					ex.getMessage());
		}
	}

	private void judge(String migrationId) {
		this.migrations.known(migrationId).ifPresent((migration) -> this.rounds.all(migration, "Shiplift"));
	}

}

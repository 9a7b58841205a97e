package io.shiplift.check.result;

import io.shiplift.code.CodeRead;
import io.shiplift.migration.Migrations;
import io.shiplift.source.SnapshotKept;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Judges all checks again as soon as there is a newer look at the source or its code.
 */
@Component
class AfterLook {

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
		judge(read.migrationId());
	}

	private void judge(String migrationId) {
		this.migrations.known(migrationId).ifPresent((migration) -> this.rounds.all(migration, "Shiplift"));
	}

}

package io.shiplift.heroku.api;

import java.util.Comparator;
import java.util.List;

import io.shiplift.heroku.Heroku.Backup;
import tools.jackson.databind.JsonNode;

/**
 * Tells backups among Heroku's transfers, and how far they are.
 */
final class Backups {

	private Backups() {
	}

	static List<Backup> newestFirst(JsonNode transfers) {
		return transfers.valueStream()
			.filter(Backups::isBackup)
			.map(Backups::backup)
			.sorted(Comparator.comparingInt(Backup::number).reversed())
			.toList();
	}

	/** The bytes that were processed say nothing of success: they may end at zero. */
	static Backup backup(JsonNode transfer) {
		int number = (int) Fields.number(transfer, 0, "num");
		long bytes = Fields.number(transfer, 0, "processed_bytes");
		if (Fields.text(transfer, "finished_at").isEmpty()) {
			return new Backup(number, Backup.State.RUNNING, 0,
					Fields.text(transfer, "started_at").isEmpty() ? "Heroku has not begun yet" : "Heroku writes it");
		}
		if (Fields.flag(transfer, "succeeded")) {
			long warnings = Fields.number(transfer, 0, "warnings");
			return new Backup(number, Backup.State.DONE, bytes,
					(warnings > 0) ? "Finished with " + warnings + " warnings" : "Finished");
		}
		return new Backup(number, Backup.State.FAILED, bytes, Fields.text(transfer, "canceled_at").isEmpty()
				? "Heroku could not write it." : "Somebody cancelled it.");
	}

	private static boolean isBackup(JsonNode transfer) {
		return Fields.text(transfer, "from_type").equals("pg_dump") && Fields.text(transfer, "to_type").equals("gof3r")
				&& Fields.text(transfer, "deleted_at").isEmpty();
	}

}

package io.shiplift.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.shiplift.mover.BackupContents;

/**
 * What keeps a backup file from being restored. The target's administrator makes the
 * extensions that the file asks for, so none may reach out of the database.
 */
final class BackupRisks {

	private static final Set<String> REACHING_OUT = Set.of("adminpack", "aws_commons", "aws_lambda", "aws_ml", "aws_s3",
			"dblink", "file_fdw", "http", "mysql_fdw", "oracle_fdw", "pageinspect", "pg_cron", "pg_net", "pg_surgery",
			"pg_tle", "plperlu", "plpython2u", "plpython3u", "plsh", "pltclu", "postgres_fdw", "rds_tools", "tds_fdw");

	private static final int OLDEST = 9;

	private BackupRisks() {
	}

	static List<String> of(BackupContents contents) {
		List<String> risks = new ArrayList<>();
		contents.extensions()
			.stream()
			.map(BackupContents.Extension::name)
			.filter(REACHING_OUT::contains)
			.forEach((name) -> risks.add("The backup asks for the extension " + name
					+ ", which reaches out of its database; for an unknown file it is not made. Remove it from the source"
					+ " (drop extension " + name + ") and make the backup again, or copy from the live database."));
		if (contents.tables() == 0) {
			risks.add("The backup holds no tables. Make it of the right database, and not with --data-only.");
		}
		if (contents.major() < OLDEST) {
			risks.add(
					"The backup does not say which PostgreSQL it was made from. Make it again with pg_dump 12 or later.");
		}
		return List.copyOf(risks);
	}

}

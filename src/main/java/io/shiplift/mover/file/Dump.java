package io.shiplift.mover.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.mover.BackupContents;
import io.shiplift.mover.DumpJob;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Program;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;

/**
 * Writes a backup file, so that the data is kept whatever becomes of either database.
 */
public final class Dump {

	private static final Pattern TABLE = Pattern.compile("pg_dump: dumping contents of table (.*)");

	private static final String SIZES = """
			select count(*), coalesce(sum(pg_table_size(c.oid)), 0)::bigint from pg_class c
			join pg_namespace n on n.oid = c.relnamespace
			where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', '_heroku')
				and n.nspname not like 'pg\\_%'""";

	private final DumpJob job;

	private final Report report;

	public Dump(DumpJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public BackupContents run() {
		this.report.begin("look", "Looking at the database", 0);
		Path file = Path.of(DumpJob.FILE);
		try (Connection connection = Sessions.open(this.job.source());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(SIZES)) {
			row.next();
			dump(file, Math.max(1, row.getLong(1)), row.getLong(2));
		}
		catch (SQLException ex) {
			throw new MoverProblem("The source could not be read. " + SqlSentences.say(this.job.source(), ex), ex);
		}
		this.report.begin("look", "Computing the SHA-256 of the backup", 0);
		return Opened.of(file, this.job.tools()).describe(Checksum.of(file));
	}

	private void dump(Path file, long tables, long bytes) {
		this.report.begin("rows", "Writing a backup of " + Report.amount(bytes), bytes);
		try {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		new Program(this.job.tools(), "The backup could not be written").run(this.job.source(), "pg_dump",
				List.of("--format=custom", "--compress=1", "--no-password", "--verbose", "--lock-wait-timeout=60000",
						"--exclude-schema=_heroku", "--file=" + file),
				(line) -> {
					Matcher matcher = TABLE.matcher(line);
					if (matcher.matches()) {
						this.report.item("Writing " + matcher.group(1).replace("\"", ""), null, bytes / tables, 0);
					}
				});
	}

}

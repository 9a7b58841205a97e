package io.shiplift.mover.ahead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.shiplift.mover.AheadJob;
import io.shiplift.mover.Mark;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.verify.Fingerprint;
import io.shiplift.mover.verify.FingerprintReader;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;
import io.shiplift.mover.work.Snapshot;

/**
 * Compares a copy row by row with what its source was at the moment of the copy, before
 * anything is changed in it.
 */
final class BulkProof {

	private final AheadJob job;

	private final Link source;

	private final Report report;

	BulkProof(AheadJob job, Link source, Report report) {
		this.job = job;
		this.source = source;
		this.report = report;
	}

	/** Notes which of the tables are equal. One that was emptied meanwhile may differ. */
	Baseline prove(List<Followed> tables) {
		Fingerprint then = then();
		try (Snapshot target = Snapshot.of(this.job.target())) {
			String seen = Sessions.text(target.holder(), "select txid_current_snapshot()::text");
			Fingerprint copied = read(target);
			Set<Long> proved = new HashSet<>();
			for (Followed table : tables.stream().filter(Followed::keyed).toList()) {
				if (then.rows().containsKey(table.name())
						&& then.rows().get(table.name()).equals(copied.rows().get(table.name()))) {
					proved.add(table.oid());
				}
				else if (!emptied(table)) {
					throw new MoverProblem("The copy of " + table.name()
							+ " differs from what the source was when it was copied. Start again: the copy begins anew.");
				}
			}
			Baseline baseline = new Baseline(proved, then.moment().at(), seen, List.of());
			baseline.note(this.source);
			return baseline;
		}
		catch (SQLException ex) {
			throw new MoverProblem("The target could not be read.", ex);
		}
	}

	private Fingerprint read(Snapshot target) {
		FingerprintReader reader = new FingerprintReader(target, this.job.hash(), this.job.workers());
		long bytes = reader.look((table) -> true);
		this.report.begin("proof", "Comparing every row of the copy, " + Report.amount(bytes), bytes);
		return reader.hash((table, some) -> this.report.item("Compared " + table, table, some, 0));
	}

	private boolean emptied(Followed table) {
		return this.source.number("select count(*) from " + Mark.SCHEMA + ".whole where relid = " + table.oid()) > 0;
	}

	private static Fingerprint then() {
		try {
			return Fingerprint.parse(Files.readAllLines(Path.of("fingerprint")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

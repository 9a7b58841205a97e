package io.shiplift.mover.ahead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.mover.Depth;
import io.shiplift.mover.FinishJob;
import io.shiplift.mover.verify.Fingerprint;
import io.shiplift.mover.verify.FingerprintReader;
import io.shiplift.mover.verify.Invariants;
import io.shiplift.mover.work.Snapshot;

/**
 * Keeps what the source was at the moment of the finish.
 */
final class Moment {

	private final Link source;

	private final FinishJob job;

	Moment(Link source, FinishJob job) {
		this.source = source;
		this.job = job;
	}

	@SuppressWarnings("resource")
	void note(List<Followed> tables) {
		List<Followed> before = (this.job.depth() == Depth.DEEP) ? List.of() : ProofOfCopy.proved(this.source, tables);
		Set<String> names = before.stream().map(Followed::name).collect(Collectors.toSet());
		List<String> touched = new Touched(this.source, before, false).inSource(this.source);
		try {
			Snapshot moment = Snapshot.within(this.source.side(), this.source.connection());
			Fingerprint fingerprint = new FingerprintReader(moment, this.job.hash(), 1).counting(names, null)
				.readAlone();
			touched.forEach(fingerprint::add);
			Invariants.note(this.job.invariants(), moment, fingerprint);
			Files.write(Path.of("fingerprint"), fingerprint.lines());
		}
		catch (SQLException ex) {
			throw this.source.problem(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

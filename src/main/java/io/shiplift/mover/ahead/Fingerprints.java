package io.shiplift.mover.ahead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

import io.shiplift.mover.Hash;
import io.shiplift.mover.verify.FingerprintReader;
import io.shiplift.mover.work.Snapshot;

/**
 * Keeps what the source was at the moment of the finish.
 */
final class Fingerprints {

	private Fingerprints() {
	}

	@SuppressWarnings("resource")
	static void note(Link source, Hash hash) {
		try {
			Snapshot moment = Snapshot.within(source.side(), source.connection());
			Files.write(Path.of("fingerprint"), new FingerprintReader(moment, hash, 1).readAlone().lines());
		}
		catch (SQLException ex) {
			throw source.problem(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

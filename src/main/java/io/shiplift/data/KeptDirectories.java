package io.shiplift.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Directories of files that are kept by migration.
 */
final class KeptDirectories {

	private KeptDirectories() {
	}

	/** The id of a migration, which may be used as the name of a directory. */
	static String checked(String migrationId) {
		if (!migrationId.matches("[a-z0-9]{1,40}")) {
			throw new IllegalArgumentException("Not the id of a migration");
		}
		return migrationId;
	}

	/** What lies in a directory; nothing if there is none. */
	static Stream<Path> in(Path directory) {
		if (!Files.isDirectory(directory)) {
			return Stream.empty();
		}
		try (Stream<Path> entries = Files.list(directory)) {
			List<Path> found = entries.sorted().toList();
			return found.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Deletes a file and answers its bytes; 0 if it was not there. */
	static long delete(Path file) {
		try {
			long bytes = Files.exists(file) ? Files.size(file) : 0;
			Files.deleteIfExists(file);
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

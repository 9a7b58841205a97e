package io.shiplift.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Backup files of sources that are kept after a cutover, one for each run, in a directory
 * of the migration.
 */
@Component
public class SafetyCopies {

	private static final String END = ".dump";

	private final Path directory;

	SafetyCopies(@Value("${shiplift.home}") String home) {
		this.directory = Path.of(home).resolve("safety").toAbsolutePath();
	}

	/**
	 * Takes over a file that a job wrote. The file moves in one piece, so doing it twice
	 * does no harm.
	 */
	public void keep(String migrationId, long runId, Path written) {
		Path place = place(migrationId, runId);
		if (!Files.exists(written)) {
			return;
		}
		try {
			Files.createDirectories(place.getParent());
			Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The file, if it is on this machine. */
	public Optional<Path> find(String migrationId, long runId) {
		return Optional.of(place(migrationId, runId)).filter(Files::exists);
	}

	public List<Copy> all() {
		return KeptDirectories.in(this.directory)
			.flatMap((migration) -> of(migration.getFileName().toString()).stream())
			.toList();
	}

	/** Those of one migration. */
	public List<Copy> of(String migrationId) {
		return KeptDirectories.in(this.directory.resolve(KeptDirectories.checked(migrationId)))
			.map((file) -> file.getFileName().toString())
			.filter((name) -> name.matches("\\d{1,18}\\" + END))
			.map((name) -> new Copy(migrationId, Long.parseLong(name.substring(0, name.length() - END.length()))))
			.toList();
	}

	/** Deletes a file and answers its bytes; 0 if it was not there. */
	public long delete(Copy copy) {
		return KeptDirectories.delete(place(copy.migrationId(), copy.runId()));
	}

	private Path place(String migrationId, long runId) {
		return this.directory.resolve(KeptDirectories.checked(migrationId)).resolve(runId + END);
	}

	/** A kept file, by the run that made it. */
	public record Copy(String migrationId, long runId) {

	}

}

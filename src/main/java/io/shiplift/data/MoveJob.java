package io.shiplift.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The directory of one job of the mover. Making it is what claims the token.
 */
final class MoveJob {

	/** The variable by which the processes of a job are known. */
	static final String MARK = "SHIPLIFT_MOVER_JOB";

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,119}");

	/** No token ends like this. */
	private static final String GONE = ".gone";

	private static final String ENDED = "ended";

	private static final Duration START = Duration.ofSeconds(20);

	private final Path directory;

	private MoveJob(Path directory) {
		this.directory = directory;
	}

	static MoveJob in(Path jobs, String token) {
		if (!TOKEN.matcher(token).matches()) {
			throw new IllegalArgumentException("A token has 1 to 120 letters, digits, hyphens and underscores");
		}
		return new MoveJob(jobs.resolve(token).toAbsolutePath());
	}

	Path directory() {
		return this.directory;
	}

	boolean exists() {
		return Files.isDirectory(this.directory);
	}

	/** False if somebody else has it already. */
	boolean claim() {
		try {
			Files.createDirectories(this.directory.getParent());
			Files.createDirectory(this.directory,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			return true;
		}
		catch (FileAlreadyExistsException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> lines(String name) {
		return read(name).map((text) -> text.lines().toList()).orElse(List.of());
	}

	/** Whether that process of the job is at it, or may still be about to begin. */
	boolean alive(Optional<Long> pid) {
		return pid.isPresent() ? processes().leader(pid.get()) : age().compareTo(START) < 0;
	}

	/** By the clock of the disk, which is the one that stamped the directory. */
	private Duration age() {
		try {
			Path now = Files.createTempFile(this.directory.getParent(), "now-", null);
			try {
				return Duration.between(Files.getLastModifiedTime(this.directory).toInstant(),
						Files.getLastModifiedTime(now).toInstant());
			}
			finally {
				Files.delete(now);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends it on purpose, so that nobody begins it again. */
	void end() {
		try {
			Files.write(this.directory.resolve(ENDED), new byte[0]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		kill();
	}

	/** Whether somebody ended it on purpose. */
	boolean ended() {
		return Files.exists(this.directory.resolve(ENDED));
	}

	/** Ends every process of the job and proves that none is left. */
	void kill() {
		processes().kill();
		try (Stream<Path> files = Files.list(this.directory)) {
			files.filter((file) -> file.getFileName().toString().contains(".dump")).forEach(MoveJob::delete);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Gone in one piece: what a crash leaves of it is no job any more. */
	void forget() {
		kill();
		Path gone = this.directory.resolveSibling(this.directory.getFileName() + GONE);
		try {
			delete(gone);
			Files.move(this.directory, gone, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		delete(gone);
	}

	/** Deletes what a crash left of forgotten jobs. */
	static void clear(Path jobs) {
		KeptDirectories.in(jobs).filter((directory) -> directory.toString().endsWith(GONE)).forEach(MoveJob::delete);
	}

	private JobProcesses processes() {
		return new JobProcesses(MARK + "=" + this.directory);
	}

	private static void delete(Path path) {
		try {
			FileSystemUtils.deleteRecursively(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Optional<String> read(String name) {
		Path file = this.directory.resolve(name);
		try {
			return Files.exists(file) ? Optional.of(Files.readString(file)).filter((text) -> !text.isBlank())
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

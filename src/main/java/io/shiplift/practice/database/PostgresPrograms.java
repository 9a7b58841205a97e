package io.shiplift.practice.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;

import io.shiplift.outside.OutsideProblem;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The server programs of PostgreSQL: those that come with Shiplift, unpacked once, or
 * those of the machine where none come with it.
 */
public final class PostgresPrograms {

	private final Path bin;

	private PostgresPrograms(Path bin) {
		this.bin = bin;
	}

	/** Unpacks the archive into {@code directory} unless that was done before. */
	public static synchronized PostgresPrograms in(Path directory) {
		Path unpacked = directory.resolve("programs").toAbsolutePath();
		if (Files.isDirectory(unpacked)) {
			return new PostgresPrograms(unpacked.resolve("bin"));
		}
		String archive = "/postgres-linux-%s.txz".formatted(architecture());
		try (InputStream packed = linux() ? PostgresPrograms.class.getResourceAsStream(archive) : null) {
			if (packed == null) {
				return ofMachine();
			}
			unpackOnce(packed, unpacked);
			return new PostgresPrograms(unpacked.resolve("bin"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot unpack PostgreSQL into " + directory, ex);
		}
	}

	/** The same of an archive that lies somewhere else. */
	public static synchronized PostgresPrograms of(Path archive, Path directory) {
		Path unpacked = directory.resolve("programs").toAbsolutePath();
		try (InputStream packed = Files.newInputStream(archive)) {
			unpackOnce(packed, unpacked);
			return new PostgresPrograms(unpacked.resolve("bin"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot unpack PostgreSQL into " + directory, ex);
		}
	}

	/** The path of a program, such as {@code initdb}. */
	String program(String name) {
		return this.bin.resolve(name).toString();
	}

	private static boolean linux() {
		return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
	}

	private static String architecture() {
		String name = System.getProperty("os.arch", "");
		return switch (name) {
			case "amd64" -> "x86_64";
			case "aarch64" -> "arm_64";
			default -> name;
		};
	}

	private static PostgresPrograms ofMachine() {
		Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
		Stream<Path> debian = Stream.of(17, 16, 15, 14)
			.map((major) -> Path.of("/usr/lib/postgresql/" + major + "/bin"));
		return Stream.concat(debian, onPath)
			.filter((directory) -> Files.isExecutable(directory.resolve("initdb")))
			.findFirst()
			.map(PostgresPrograms::new)
			.orElseThrow(() -> new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The practice databases need a PostgreSQL server, and none comes with Shiplift for "
							+ System.getProperty("os.name") + " on " + System.getProperty("os.arch")
							+ ". Install PostgreSQL 15 or later so that initdb is on the PATH, then try again."));
	}

	private static void unpackOnce(InputStream packed, Path unpacked) throws IOException {
		Files.createDirectories(unpacked.getParent());
		try (FileChannel channel = FileChannel.open(unpacked.resolveSibling("programs.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
			if (lock.isValid() && !Files.isDirectory(unpacked)) {
				Path half = Files.createTempDirectory(unpacked.getParent(), "unpacking-");
				unpack(packed, half);
				Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
			}
		}
	}

	private static void unpack(InputStream packed, Path into) throws IOException {
		Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rwxr-xr-x"));
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path path = into.resolve(entry.getName()).normalize();
				if (!path.startsWith(into)) {
					throw new IOException("The archive leaves its directory");
				}
				write(tar, entry, path);
			}
		}
	}

	private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(path);
			return;
		}
		Files.createDirectories(path.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, path);
		boolean executable = (entry.getMode() & 0100) != 0;
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
	}

}

package io.shiplift.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

import io.shiplift.mover.Backup;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.file.Checksum;
import io.shiplift.mover.file.Header;
import io.shiplift.outside.OutsideProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Backup files that people uploaded, each under its SHA-256 in a directory of its
 * migration.
 */
@Component
public class BackupFiles {

	private static final int BLOCK = 1 << 16;

	private final Path directory;

	private final long most;

	private final DatabaseTools tools;

	BackupFiles(@Value("${shiplift.home}") String home, @Value("${shiplift.backups.largest:20GB}") DataSize most,
			DatabaseTools tools) {
		this.directory = Path.of(home).resolve("backups").toAbsolutePath();
		this.most = most.toBytes();
		this.tools = tools;
	}

	/**
	 * Keeps a file and answers its SHA-256. What cannot be restored is not kept.
	 * @throws InvalidBackup if it is no backup, or too large
	 */
	public String keep(String migrationId, InputStream content) {
		Path place = place(migrationId);
		@Nullable Path half = null;
		try {
			Files.createDirectories(place);
			half = Files.createTempFile(place, "upload-", ".half",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			String sha256 = write(content, half);
			check(half);
			Files.move(half, place.resolve(sha256 + ".dump"), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
			return sha256;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(half);
		}
	}

	/** A kept file. */
	public Backup backup(String migrationId, String sha256) {
		Path file = file(migrationId, sha256);
		if (!Files.exists(file)) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The uploaded backup is not there any more. Upload it again.");
		}
		return Backup.at(file.toString(), sha256);
	}

	/** Migrations that have files here. */
	public List<String> migrations() {
		return KeptDirectories.in(this.directory).map((place) -> place.getFileName().toString()).toList();
	}

	/** The SHA-256 of each file of a migration. */
	public List<String> of(String migrationId) {
		return KeptDirectories.in(place(migrationId))
			.map((file) -> file.getFileName().toString())
			.filter((name) -> name.matches("[0-9a-f]{64}\\.dump"))
			.map((name) -> name.substring(0, 64))
			.toList();
	}

	/** When it was uploaded, as the disk says. */
	public Instant since(String migrationId, String sha256) {
		try {
			return Files.getLastModifiedTime(file(migrationId, sha256)).toInstant();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The size of a kept file; 0 if it is not there. */
	public long bytes(String migrationId, String sha256) {
		return file(migrationId, sha256).toFile().length();
	}

	/** Deletes a file and answers its bytes; 0 if it was not there. */
	public long delete(String migrationId, String sha256) {
		return KeptDirectories.delete(file(migrationId, sha256));
	}

	private Path file(String migrationId, String sha256) {
		if (!sha256.matches("[0-9a-f]{64}")) {
			throw new IllegalArgumentException("Not the name of a backup");
		}
		return place(migrationId).resolve(sha256 + ".dump");
	}

	private String write(InputStream content, Path file) throws IOException {
		MessageDigest digest = Checksum.sha256();
		try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
			byte[] block = new byte[BLOCK];
			long all = 0;
			for (int count = content.read(block); count >= 0; count = content.read(block)) {
				all += count;
				if (all > this.most) {
					throw new InvalidBackup("The file is larger than " + DataSize.ofBytes(this.most).toMegabytes()
							+ " MB, which is all that may be uploaded here. Raise shiplift.backups.largest, or copy from the live database.");
				}
				out.write(block, 0, count);
			}
		}
		return Checksum.hex(digest);
	}

	private void check(Path file) {
		try {
			int needs = Header.of(file).needs();
			DatabaseTools.Kit kit = this.tools.forServer(needs);
			Command list = Command
				.run(List.of(kit.directory().resolve("pg_restore").toString(), "--list", file.toString()));
			if (!list.worked()) {
				throw new InvalidBackup("The backup is damaged or cut off: pg_restore cannot read its contents."
						+ " Copy it again from where it was made, and compare the sizes.");
			}
		}
		catch (MoverProblem | OutsideProblem ex) {
			throw new InvalidBackup(String.valueOf(ex.getMessage()));
		}
	}

	private Path place(String migrationId) {
		return this.directory.resolve(KeptDirectories.checked(migrationId));
	}

	private static void delete(@Nullable Path file) {
		try {
			if (file != null) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A file that cannot be restored; the message says why and what to do.
	 */
	public static class InvalidBackup extends RuntimeException {

		private static final long serialVersionUID = 1L;

		InvalidBackup(String message) {
			super(message);
		}

	}

}

package io.shiplift.mover.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import io.shiplift.mover.MoverProblem;

/**
 * The first bytes of a file, which tell what it is. Only archives in pg_dump's custom
 * format go further; of anything else is said what it is and what to do.
 */
public record Header(int format) {

	private static final int LENGTH = 512;

	private static final String MAKE = " Make a backup with: pg_dump --format=custom --file=backup.dump.";

	private static final byte[] MAGIC = bytes("PGDMP");

	/** The place of the format in the header, and custom's number. */
	private static final int FORMAT = 10;

	private static final int CUSTOM = 1;

	private static final int OLDEST = 12;

	private static final int NEWEST = 16;

	public static Header of(Path file) {
		try (InputStream stream = Files.newInputStream(file)) {
			return of(stream.readNBytes(LENGTH));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Header of(byte[] head) {
		if (head.length == 0) {
			throw new MoverProblem("The file is empty. Make the backup again, then choose the new file.");
		}
		if (!starts(head, MAGIC)) {
			throw new MoverProblem(other(head));
		}
		if (head.length <= FORMAT) {
			throw new MoverProblem("The file is cut off after " + head.length
					+ " bytes. Copy it again from where it was made, and compare the sizes.");
		}
		if (head[FORMAT] != CUSTOM) {
			throw new MoverProblem("This is one file out of a backup in the directory or tar format."
					+ " Shiplift takes backups of one file, in the custom format." + MAKE);
		}
		if (head[5] != 1 || head[6] < OLDEST) {
			throw new MoverProblem("The backup was made by a pg_dump older than 9.0 or is damaged." + MAKE);
		}
		if (head[6] > NEWEST) {
			throw new MoverProblem("The backup has format 1." + head[6]
					+ ", which is newer than PostgreSQL 18's 1.16. Make it with a pg_dump of PostgreSQL 12 to 18.");
		}
		return new Header(head[6]);
	}

	/** The oldest PostgreSQL whose pg_restore reads it. */
	public int needs() {
		return switch (this.format) {
			case 16 -> 17;
			case 15 -> 16;
			default -> 12;
		};
	}

	private static String other(byte[] head) {
		String text = new String(head, StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
		if (packed(head)) {
			return "This is a compressed file. Unpack it first; if a backup in the custom format comes out, choose that."
					+ " Otherwise:" + MAKE.replaceFirst("Make", "make");
		}
		if (head.length > 262 && Arrays.equals(Arrays.copyOfRange(head, 257, 262), bytes("ustar"))) {
			return "This is a tar file. Shiplift takes backups in the custom format, which restores in parallel."
					+ MAKE;
		}
		if (text.startsWith("-- mysql dump") || text.startsWith("-- mariadb dump") || text.startsWith("/*m!")) {
			return "This is a dump of MySQL or MariaDB. Give the address of that database instead of a file.";
		}
		if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")) {
			return "This is a web page or an error message, not a backup: the link may have expired. Download it again.";
		}
		if (starts(head, bytes("SQLite format 3"))) {
			return "This is an SQLite database. Shiplift moves PostgreSQL and MySQL.";
		}
		if (text.startsWith("--") || text.startsWith("set ") || text.startsWith("\\restrict")
				|| text.startsWith("create ") || text.startsWith("begin")) {
			return "This is a plain SQL file, which can hold any command and is not run here."
					+ " Shiplift takes backups in the custom format." + MAKE;
		}
		return "This is not a backup of PostgreSQL: it does not start with PGDMP." + MAKE;
	}

	private static boolean packed(byte[] head) {
		return starts(head, new byte[] { 0x1f, (byte) 0x8b })
				|| starts(head, new byte[] { 0x28, (byte) 0xb5, 0x2f, (byte) 0xfd })
				|| starts(head, new byte[] { (byte) 0xfd, '7', 'z', 'X', 'Z' }) || starts(head, bytes("BZh"))
				|| starts(head, new byte[] { 'P', 'K', 3, 4 }) || starts(head, new byte[] { 4, 0x22, 0x4d, 0x18 });
	}

	private static boolean starts(byte[] head, byte[] with) {
		return head.length >= with.length && Arrays.equals(Arrays.copyOf(head, with.length), with);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}

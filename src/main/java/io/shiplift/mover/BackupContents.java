package io.shiplift.mover;

import java.util.List;

/**
 * What a backup file holds: the oldest tools that read it, when it was made, the server
 * that was dumped, the rules of text and the search path of its database as far as the
 * file tells, and the extensions it needs. Its whole table of contents is in a file of
 * the job, {@value #LIST}.
 */
public record BackupContents(String file, long bytes, String sha256, int needs, String made, String version, int major,
		String collate, String ctype, String searchPath, List<Extension> extensions, int tables) {

	/** The file that {@code pg_restore --list} was written to. */
	public static final String LIST = "contents.list";

	/**
	 * An extension and the schema it is in.
	 */
	public record Extension(String name, String schema) {

	}

}

package io.shiplift.mover;

/**
 * Writes a backup file of a database into the working directory.
 */
public record DumpJob(Side source, Tools tools) implements Job {

	/** The name of the file. */
	public static final String FILE = "backup.dump";

}

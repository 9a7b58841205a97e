package io.shiplift.mover;

import org.jspecify.annotations.Nullable;

/**
 * Looks at a backup file and, if there is a target, restores it into that empty database,
 * {@code workers} tables at a time. The tools are of version {@code major}. A file that
 * was fetched is kept in the working directory.
 */
public record FileJob(Backup backup, Tools tools, int major, @Nullable Side target, int workers) implements Job {

}

package io.shiplift.mover;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Compares a database of PostgreSQL with the one of MySQL or MariaDB that it was copied
 * from. With the file of a {@code fingerprint} it is compared with what the source was at
 * the moment of the copy.
 */
public record ConvertCheckJob(Side source, Side target, Shape shape, int workers, Depth depth,
		List<Invariant> invariants, @Nullable String fingerprint) implements Job {

}

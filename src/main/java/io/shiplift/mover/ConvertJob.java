package io.shiplift.mover;

import java.util.List;

/**
 * Copies a database of MySQL or MariaDB into one of PostgreSQL, whose tables have a
 * certain {@code shape}; {@code workers} is how many indexes are built side by side. What
 * the source was at the moment of the copy is kept for a later comparison, and what it
 * answered to the team's own questions.
 */
public record ConvertJob(Side source, Side target, int workers, Shape shape,
		List<Invariant> invariants) implements Job {

}

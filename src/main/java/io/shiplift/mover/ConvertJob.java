package io.shiplift.mover;

/**
 * Copies a database of MySQL or MariaDB into one of PostgreSQL, whose tables have a
 * certain {@code shape}; {@code workers} is how many indexes are built side by side. What
 * the source was at the moment of the copy is kept for a later comparison.
 */
public record ConvertJob(Side source, Side target, int workers, Shape shape) implements Job {

}

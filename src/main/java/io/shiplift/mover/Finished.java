package io.shiplift.mover;

/**
 * A finished copy that was made ahead: rows that had changed since the last round, rows
 * written for them and compared, tables that were copied whole, and large objects and
 * materialized views that were brought up to date.
 */
public record Finished(long changes, long rows, int whole, int largeObjects, int views, int sequences, long millis) {

}

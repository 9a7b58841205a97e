package io.shiplift.forecast;

/**
 * What there is to move: bytes of tables without their indexes, rows, the bytes that
 * building indexes and constraints has to work on, tables, and the streams that share the
 * work.
 */
public record Load(long bytes, long rows, long lateBytes, int tables, int workers) {

}

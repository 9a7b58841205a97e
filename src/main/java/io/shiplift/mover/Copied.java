package io.shiplift.mover;

/**
 * A finished copy: bytes of rows, tables, and the bytes that building indexes and
 * constraints had to read and write.
 */
public record Copied(long bytes, int tables, long lateBytes) {

}

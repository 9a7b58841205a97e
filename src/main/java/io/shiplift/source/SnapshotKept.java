package io.shiplift.source;

/**
 * Somebody looked at a source again, and what was found is kept.
 */
public record SnapshotKept(String migrationId) {

}

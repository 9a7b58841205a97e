package io.shiplift.fact;

/**
 * A backup file of the source: its fingerprint, bytes and tables, the milliseconds it
 * took, and the ISO instant at which it is deleted. A rehearsal's file is deleted at
 * once.
 */
public record SafetyCopied(String sha256, long bytes, int tables, long millis, String until) implements Fact {

}

package io.shiplift.code;

/**
 * The code of a migration was read, or somebody corrected what was read of it.
 */
public record CodeRead(String migrationId) {

}

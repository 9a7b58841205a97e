package io.shiplift.code;

/**
 * The code of a migration was read and is known from now on.
 */
public record CodeRead(String migrationId) {

}

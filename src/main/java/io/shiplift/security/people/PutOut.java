package io.shiplift.security.people;

/**
 * A person was disabled or taken out of a team: whoever holds sign-ins ends theirs, so
 * that none comes back to life later.
 */
public record PutOut(long personId) {

}

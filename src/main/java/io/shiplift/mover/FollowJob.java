package io.shiplift.mover;

/**
 * Goes on catching up after a copy was made ahead, so that the log stays small while the
 * finish has to wait. It ends when somebody stops it, or by itself when the log is gone.
 */
public record FollowJob(AheadJob ahead) implements Job {

}

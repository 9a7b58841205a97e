package io.shiplift.fact;

/**
 * Nobody can write to the source database any more.
 */
public record WritersGone(String database, int sessionsEnded) implements Fact {

}

package io.shiplift.fact;

/**
 * The rehearsal's database was removed.
 */
public record ScratchDropped(String database) implements Fact {

}

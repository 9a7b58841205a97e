package io.shiplift.fact;

/**
 * The source has no trigger and no log of Shiplift any more; {@code found} says in a
 * sentence what there was.
 */
public record TriggersRemoved(int triggers, String found) implements Fact {

}

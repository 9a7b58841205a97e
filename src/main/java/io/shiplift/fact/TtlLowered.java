package io.shiplift.fact;

import java.util.Map;

/**
 * The records to be moved, and the time to live in seconds they had before.
 */
public record TtlLowered(Map<String, Long> secondsBefore) implements Fact {

}

package io.shiplift.fact;

import java.util.Map;

/**
 * A finished copy: bytes of the source and seconds of each phase.
 */
public record DataCopied(String database, long bytes, Map<String, Long> secondsByPhase) implements Fact {

}

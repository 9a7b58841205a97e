package io.shiplift.fact;

import java.util.Map;

/**
 * A finished copy: where it is, bytes of the source and seconds of each phase.
 */
public record DataCopied(String job, Destination destination, long bytes,
		Map<String, Long> secondsByPhase) implements Fact {

}

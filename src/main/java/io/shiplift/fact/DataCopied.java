package io.shiplift.fact;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A finished copy: where it is, bytes of the source and seconds of each phase. What was
 * measured is missing where nothing was.
 */
public record DataCopied(String job, Destination destination, long bytes, Map<String, Long> secondsByPhase,
		@Nullable Measured measured) implements Fact {

	/** A copy that says nothing for the next forecast. */
	public DataCopied(String job, Destination destination, long bytes, Map<String, Long> secondsByPhase) {
		this(job, destination, bytes, secondsByPhase, null);
	}

}

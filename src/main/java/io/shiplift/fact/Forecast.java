package io.shiplift.fact;

import java.util.Map;

/**
 * How long the application will be down, in seconds, and the part of each phase.
 */
public record Forecast(long seconds, Map<String, Long> secondsByPhase) implements Fact {

}

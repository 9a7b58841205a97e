package io.shiplift.forecast;

import java.time.Instant;
import java.util.Map;

/**
 * What one earlier move took, by the keys of its phases.
 */
public record Rehearsed(Instant at, String method, Load load, Map<String, Long> millisByPhase) {

}

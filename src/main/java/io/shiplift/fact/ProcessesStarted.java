package io.shiplift.fact;

import java.util.Map;

/**
 * The AWS processes and timers run on the copied data.
 */
public record ProcessesStarted(String environment, Map<String, Integer> quantities) implements Fact {

}

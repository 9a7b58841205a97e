package io.shiplift.fact;

import java.util.Map;

/**
 * The source's background processes are at zero; the quantities they had before.
 */
public record WorkersStopped(Map<String, Integer> quantitiesBefore) implements Fact {

}

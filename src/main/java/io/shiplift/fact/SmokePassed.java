package io.shiplift.fact;

import java.util.List;

/**
 * The paths that answered as the plan demands.
 */
public record SmokePassed(List<String> paths, long millis) implements Fact {

}

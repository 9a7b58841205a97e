package io.shiplift.fact;

import java.util.List;

/**
 * What was found by tag after a teardown.
 */
public record NothingLeft(List<String> kept) implements Fact {

}

package io.shiplift.fact;

import java.util.List;

/**
 * Every resolver asked gives the new address.
 */
public record Propagated(List<String> resolvers, long seconds) implements Fact {

}

package io.shiplift.fact;

import java.util.List;

/**
 * The records that were switched, with their old values as stored by the DNS host.
 */
public record TrafficMoved(List<Switched> records, String movedAt) implements Fact {

}

package io.shiplift.fact;

import java.util.List;

/**
 * The issued certificate of the load balancer.
 */
public record Certificate(String arn, List<String> domains) implements Fact {

}

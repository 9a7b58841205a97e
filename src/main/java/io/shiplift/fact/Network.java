package io.shiplift.fact;

import java.util.List;

/**
 * The virtual network that holds everything else.
 */
public record Network(String vpcId, List<String> publicSubnets, List<String> privateSubnets, String balancerGroup,
		String appGroup, String workerGroup) implements Fact {

}

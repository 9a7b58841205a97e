package io.shiplift.steps;

import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.Network;
import io.shiplift.step.Outlook;

/**
 * Parameters of a template, put together from what is known.
 */
public record Parameters(Map<String, String> values) {

	/** The name that everything gets as prefix. */
	public static Parameters named(Outlook outlook) {
		return new Parameters(Map.of("Name", outlook.slug()));
	}

	public Parameters with(Map<String, String> others) {
		Map<String, String> all = new TreeMap<>(this.values);
		all.putAll(others);
		return new Parameters(all);
	}

	/** Where something stands that only the application may reach. */
	public Parameters inside(Outlook outlook) {
		return outlook.find(Network.class)
			.map((network) -> with(Map.of("VpcId", network.vpcId(), "PrivateSubnetIds",
					String.join(",", network.privateSubnets()), "AppGroupId", network.appGroup())))
			.orElse(this);
	}

}

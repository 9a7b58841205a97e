package io.shiplift.plan;

import java.util.Map;

/**
 * Which AWS regions the regions of Heroku lie in.
 */
public final class HerokuRegions {

	private static final Map<String, String> NEAREST = Map.ofEntries(Map.entry("us", "us-east-1"),
			Map.entry("eu", "eu-west-1"), Map.entry("dublin", "eu-west-1"), Map.entry("frankfurt", "eu-central-1"),
			Map.entry("london", "eu-west-2"), Map.entry("montreal", "ca-central-1"), Map.entry("mumbai", "ap-south-1"),
			Map.entry("oregon", "us-west-2"), Map.entry("singapore", "ap-southeast-1"),
			Map.entry("sydney", "ap-southeast-2"), Map.entry("tokyo", "ap-northeast-1"),
			Map.entry("virginia", "us-east-1"));

	private HerokuRegions() {
	}

	/** The AWS region of one of Heroku's; {@code us-east-1} if nobody knows it. */
	public static String nearest(String herokuRegion) {
		return NEAREST.getOrDefault(herokuRegion, "us-east-1");
	}

}

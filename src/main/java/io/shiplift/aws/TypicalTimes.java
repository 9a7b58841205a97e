package io.shiplift.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How long resources usually take to come into being, as seen in public logs, and what
 * follows for a stack whose resources wait for one another.
 */
public final class TypicalTimes {

	private static final Range USUAL = new Range(3, 10);

	private static final Map<String, Range> TYPES = Map.ofEntries(Map.entry("AWS::EC2::VPC", new Range(10, 15)),
			Map.entry("AWS::EC2::InternetGateway", new Range(14, 18)),
			Map.entry("AWS::EC2::VPCGatewayAttachment", new Range(10, 16)),
			Map.entry("AWS::EC2::EIP", new Range(12, 18)), Map.entry("AWS::EC2::NatGateway", new Range(84, 121)),
			Map.entry("AWS::EC2::Route", new Range(10, 16)), Map.entry("AWS::EC2::RouteTable", new Range(8, 12)),
			Map.entry("AWS::EC2::VPCEndpoint", new Range(10, 25)),
			Map.entry("AWS::RDS::DBInstance", new Range(360, 720)),
			Map.entry("AWS::RDS::DBParameterGroup", new Range(8, 20)),
			Map.entry("AWS::ElastiCache::ReplicationGroup", new Range(360, 600)),
			Map.entry("AWS::S3::Bucket", new Range(18, 30)), Map.entry("AWS::IAM::Role", new Range(14, 22)),
			Map.entry("AWS::IAM::Policy", new Range(12, 20)),
			Map.entry("AWS::IAM::InstanceProfile", new Range(100, 125)));

	private TypicalTimes() {
	}

	/** How long a resource of this type takes. */
	public static Range of(String type) {
		return TYPES.getOrDefault(type, USUAL);
	}

	/**
	 * How long a stack takes: its longest chain of resources.
	 * @param resources each after those it depends on
	 */
	public static Range of(List<Template.Resource> resources) {
		return new Range(longest(resources, (resource) -> of(resource.type()).low()),
				longest(resources, (resource) -> of(resource.type()).high()));
	}

	private static long longest(List<Template.Resource> resources, ToLongFunction<Template.Resource> seconds) {
		Map<String, Long> ends = new HashMap<>();
		for (Template.Resource resource : resources) {
			long begin = resource.after().stream().mapToLong((id) -> ends.getOrDefault(id, 0L)).max().orElse(0);
			ends.put(resource.id(), begin + seconds.applyAsLong(resource));
		}
		return ends.values().stream().mapToLong(Long::longValue).max().orElse(0);
	}

	/** From so many seconds to so many. */
	public record Range(long low, long high) {

		public double middle() {
			return (this.low + this.high) / 2.0;
		}

		/** In words, such as "6 to 12 minutes". */
		public String words() {
			if (this.high < 90) {
				return "about a minute";
			}
			long least = Math.max(1, Math.round(this.low / 60.0));
			long most = Duration.ofSeconds(this.high + 59).toMinutes();
			return (least < most) ? least + " to " + most + " minutes" : "about " + most + " minutes";
		}

	}

}

package io.shiplift.practice.aws;

import java.util.Map;

/**
 * Seconds that resources take to come and to go in earnest, as seen in public logs.
 */
final class Durations {

	private static final double USUAL = 6;

	private static final Map<String, Double> COMING = Map.ofEntries(Map.entry("AWS::EC2::VPC", 12.0),
			Map.entry("AWS::EC2::InternetGateway", 16.0), Map.entry("AWS::EC2::VPCGatewayAttachment", 14.0),
			Map.entry("AWS::EC2::EIP", 14.0), Map.entry("AWS::EC2::NatGateway", 110.0),
			Map.entry("AWS::EC2::Route", 14.0), Map.entry("AWS::EC2::RouteTable", 11.0),
			Map.entry("AWS::EC2::VPCEndpoint", 18.0), Map.entry("AWS::RDS::DBInstance", 500.0),
			Map.entry("AWS::RDS::DBParameterGroup", 12.0), Map.entry("AWS::ElastiCache::ReplicationGroup", 400.0),
			Map.entry("AWS::S3::Bucket", 22.0), Map.entry("AWS::IAM::Role", 18.0), Map.entry("AWS::IAM::Policy", 16.0),
			Map.entry("AWS::IAM::InstanceProfile", 115.0), Map.entry("AWS::SecretsManager::Secret", 4.0));

	private static final Map<String, Double> GOING = Map.of("AWS::EC2::NatGateway", 60.0, "AWS::RDS::DBInstance", 260.0,
			"AWS::ElastiCache::ReplicationGroup", 220.0, "AWS::EC2::VPC", 3.0, "AWS::EC2::InternetGateway", 10.0);

	private Durations() {
	}

	/** A little more or less for each resource, but the same every time. */
	static double coming(Part part) {
		return COMING.getOrDefault(part.type(), USUAL)
				* (0.9 + Math.floorMod(part.physicalId().hashCode(), 21) / 100.0);
	}

	static double going(Part part) {
		return GOING.getOrDefault(part.type(), USUAL);
	}

}

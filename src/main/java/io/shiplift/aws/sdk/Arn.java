package io.shiplift.aws.sdk;

import java.util.Map;

/**
 * The name that AWS gives everything, taken apart.
 *
 * @param text all of it
 * @param service such as {@code s3}
 * @param kind such as {@code snapshot}, or empty if the service has but one
 * @param name what tells it from others of its kind
 */
record Arn(String text, String service, String kind, String name) {

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("s3", "AWS::S3::Bucket"),
			Map.entry("acm:certificate", "AWS::CertificateManager::Certificate"),
			Map.entry("cloudformation:stack", "AWS::CloudFormation::Stack"),
			Map.entry("ec2:elastic-ip", "AWS::EC2::EIP"), Map.entry("ec2:instance", "AWS::EC2::Instance"),
			Map.entry("ec2:natgateway", "AWS::EC2::NatGateway"), Map.entry("ec2:subnet", "AWS::EC2::Subnet"),
			Map.entry("ec2:vpc", "AWS::EC2::VPC"),
			Map.entry("elasticbeanstalk:application", "AWS::ElasticBeanstalk::Application"),
			Map.entry("elasticbeanstalk:applicationversion", "AWS::ElasticBeanstalk::ApplicationVersion"),
			Map.entry("elasticbeanstalk:environment", "AWS::ElasticBeanstalk::Environment"),
			Map.entry("elasticloadbalancing:loadbalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
			Map.entry("iam:role", "AWS::IAM::Role"), Map.entry("logs:log-group", "AWS::Logs::LogGroup"),
			Map.entry("rds:db", "AWS::RDS::DBInstance"), Map.entry("rds:snapshot", "AWS::RDS::DBSnapshot"),
			Map.entry("secretsmanager:secret", "AWS::SecretsManager::Secret"));

	static Arn of(String text) {
		String[] parts = text.split(":", 6);
		if (parts.length < 6) {
			return new Arn(text, "", "", text);
		}
		String rest = parts[5];
		int end = 0;
		while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != ':') {
			end++;
		}
		return (end == rest.length()) ? new Arn(text, parts[2], "", rest)
				: new Arn(text, parts[2], rest.substring(0, end), rest.substring(end + 1));
	}

	/** As templates call it if we know that, else as the ARN does. */
	String type() {
		String key = this.kind.isEmpty() ? this.service : this.service + ":" + this.kind;
		return TYPES.getOrDefault(key, key);
	}

	boolean is(String wantedService, String wantedKind) {
		return this.service.equals(wantedService) && this.kind.equals(wantedKind);
	}

	/** Why it stays when the rest is gone, or an empty text. */
	String keptBecause() {
		if (this.service.equals("s3") && this.kind.isEmpty()) {
			return "kept on purpose: its contents are yours";
		}
		return is("rds", "snapshot") ? "last backup of the database, kept on purpose" : "";
	}

}

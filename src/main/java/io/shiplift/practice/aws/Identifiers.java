package io.shiplift.practice.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.shiplift.aws.FilledTemplate;
import io.shiplift.aws.Template.Resource;

/**
 * The identifiers and attributes that the resources of one stack get, shaped like those
 * of AWS. What only the running target server knows stays a mark until somebody looks.
 */
final class Identifiers implements FilledTemplate.Made {

	static final String TARGET_HOST = "{{practice-target-host}}";

	static final String TARGET_PORT = "{{practice-target-port}}";

	private static final Map<String, String> PREFIXES = Map.of("AWS::EC2::VPC", "vpc", "AWS::EC2::Subnet", "subnet",
			"AWS::EC2::InternetGateway", "igw", "AWS::EC2::RouteTable", "rtb", "AWS::EC2::SecurityGroup", "sg",
			"AWS::EC2::NatGateway", "nat", "AWS::EC2::VPCEndpoint", "vpce", "AWS::EC2::SubnetRouteTableAssociation",
			"rtbassoc", "AWS::EC2::VPCGatewayAttachment", "igw-attach", "AWS::EC2::Route", "route");

	private static final List<String> GIVEN_NAMES = List.of("BucketName", "ApplicationName", "DBInstanceIdentifier",
			"RoleName", "InstanceProfileName", "ReplicationGroupId", "LogGroupName");

	private final Place place;

	private final String stack;

	private final int generation;

	private final Map<String, Resource> resources = new HashMap<>();

	private final Map<String, String> refs = new HashMap<>();

	Identifiers(Place place, String stack, int generation) {
		this.place = place;
		this.stack = stack;
		this.generation = generation;
	}

	/** Gives a resource its identifier, which others refer to from then on. */
	String assign(Resource resource, Map<String, Object> properties) {
		String given = GIVEN_NAMES.stream()
			.filter(properties::containsKey)
			.map((name) -> String.valueOf(properties.get(name)))
			.findFirst()
			.orElse("");
		String ref = given.isEmpty() ? identifier(resource, properties) : given;
		this.resources.put(resource.id(), resource);
		this.refs.put(resource.id(), ref);
		return ref;
	}

	private String identifier(Resource resource, Map<String, Object> properties) {
		String id = resource.id();
		String prefix = PREFIXES.get(resource.type());
		if (prefix != null) {
			return prefix + "-0" + hex(id, 16);
		}
		String generated = this.stack + "-" + id.toLowerCase(Locale.ROOT) + "-" + hex(id, 12);
		return switch (resource.type()) {
			case "AWS::EC2::EIP" -> "198.51.100." + Integer.parseInt(hex(id, 2), 16);
			case "AWS::S3::Bucket", "AWS::RDS::DBInstance", "AWS::RDS::DBSubnetGroup", "AWS::RDS::DBParameterGroup" ->
				generated;
			case "AWS::SecretsManager::Secret" -> this.place.arn("secretsmanager",
					"secret:" + properties.getOrDefault("Name", generated) + "-" + hex(id, 6));
			default -> this.stack + "-" + id + "-" + hex(id, 12).toUpperCase(Locale.ROOT);
		};
	}

	@Override
	public String ref(String id) {
		String ref = this.refs.get(id);
		if (ref == null) {
			throw new IllegalArgumentException("There is no resource " + id);
		}
		return ref;
	}

	@Override
	public String attribute(String id, String name) {
		String ref = ref(id);
		Resource resource = this.resources.get(id);
		String type = (resource != null) ? resource.type() : "";
		return switch (name) {
			case "Arn" -> arn(type, ref);
			case "GroupId", "CidrBlock" -> ref;
			case "AllocationId" -> "eipalloc-0" + hex(id, 16);
			case "Endpoint.Address" -> TARGET_HOST;
			case "Endpoint.Port" -> TARGET_PORT;
			case "MasterUserSecret.SecretArn" -> masterSecret(ref);
			case "PrimaryEndPoint.Address" ->
				"master." + ref.toLowerCase(Locale.ROOT) + ".cache." + this.place.region() + ".practice.internal";
			case "PrimaryEndPoint.Port" -> "6379";
			default -> ref + "." + name;
		};
	}

	@Override
	public String pseudo(String name) {
		return switch (name) {
			case "AWS::Region" -> this.place.region();
			case "AWS::AccountId" -> this.place.account();
			case "AWS::Partition" -> "aws";
			case "AWS::URLSuffix" -> "amazonaws.com";
			case "AWS::StackName" -> this.stack;
			case "AWS::StackId" -> this.place.arn("cloudformation", "stack/" + this.stack + "/" + hex("", 12));
			default -> throw new IllegalArgumentException("There is no " + name);
		};
	}

	private String arn(String type, String ref) {
		return switch (type) {
			case "AWS::IAM::Role" -> this.place.globalArn("iam", "role/" + ref);
			case "AWS::IAM::InstanceProfile" -> this.place.globalArn("iam", "instance-profile/" + ref);
			case "AWS::S3::Bucket" -> "arn:aws:s3:::" + ref;
			default -> this.place.arn(type.split("::")[1].toLowerCase(Locale.ROOT), ref);
		};
	}

	private String masterSecret(String instance) {
		return this.place.arn("secretsmanager", PracticeSecrets.MASTER_PREFIX + this.place.hex(instance, 12));
	}

	private String hex(String id, int length) {
		return this.place.hex(this.stack + "/" + this.generation + "/" + id, length);
	}

}

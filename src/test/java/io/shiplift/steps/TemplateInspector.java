package io.shiplift.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.shiplift.aws.FilledTemplate;
import io.shiplift.aws.Template;
import org.jspecify.annotations.Nullable;

/**
 * What is unsafe or wrong in a template that the linter lets pass.
 */
final class TemplateInspector {

	private static final Pattern CIDR = Pattern
		.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)/(\\d|[12]\\d|3[0-2])");

	private static final Set<Integer> OPEN_PORTS = Set.of(80, 443);

	private final List<String> problems = new ArrayList<>();

	private final Template template;

	private final Map<String, String> parameters;

	TemplateInspector(Template template, Map<String, String> parameters) {
		this.template = template;
		this.parameters = parameters;
	}

	List<String> problems() {
		if (this.template.text().contains("{{resolve:")) {
			this.problems.add("a dynamic reference");
		}
		FilledTemplate filled = this.template.fill(this.parameters);
		filled.resources().forEach((resource) -> inspect(resource, filled.properties(resource.id(), new Anything())));
		return this.problems;
	}

	private void inspect(Template.Resource resource, Map<String, Object> properties) {
		switch (resource.type()) {
			case "AWS::EC2::VPC", "AWS::EC2::Subnet" ->
				check(resource, CIDR.matcher(text(properties, "CidrBlock")).matches(), "a CIDR that is none");
			case "AWS::EC2::SecurityGroup" -> securityGroup(resource, properties);
			case "AWS::RDS::DBInstance" -> database(resource, properties);
			case "AWS::RDS::DBParameterGroup" -> check(resource,
					map(properties, "Parameters").getOrDefault("rds.force_ssl", "0").equals("1"), "TLS not forced");
			case "AWS::ElastiCache::ReplicationGroup" -> cache(resource, properties);
			case "AWS::S3::Bucket" -> bucket(resource, properties);
			case "AWS::IAM::Role", "AWS::IAM::Policy" ->
				check(resource, !properties.toString().matches("(?s).*Resource=\\*[,}].*"), "rights to everything");
			default -> {
			}
		}
	}

	private void securityGroup(Template.Resource resource, Map<String, Object> properties) {
		for (Object rule : list(properties, "SecurityGroupIngress")) {
			Map<?, ?> ingress = (Map<?, ?>) rule;
			boolean world = "0.0.0.0/0".equals(ingress.get("CidrIp")) || ingress.containsKey("CidrIpv6");
			boolean web = ingress.get("FromPort") instanceof Integer port && OPEN_PORTS.contains(port)
					&& port.equals(ingress.get("ToPort")) && resource.id().equals("BalancerGroup");
			check(resource, !world || web, "open to everybody");
		}
	}

	private void database(Template.Resource resource, Map<String, Object> properties) {
		check(resource, text(properties, "Engine").equals("postgres"), "an engine that is not postgres");
		check(resource, text(properties, "StorageEncrypted").equals("true"), "no encryption");
		check(resource, text(properties, "PubliclyAccessible").equals("false"), "public access");
		check(resource, text(properties, "ManageMasterUserPassword").equals("true"), "a password of its own");
		check(resource, !properties.containsKey("MasterUserPassword"), "a password");
		int days = Integer.parseInt(text(properties, "BackupRetentionPeriod"));
		check(resource, days >= 1 && days <= 35, "a retention that RDS does not know");
		check(resource, Integer.parseInt(text(properties, "AllocatedStorage")) >= 20, "too little storage for gp3");
		check(resource, resource.deletionPolicy() == Template.DeletionPolicy.SNAPSHOT, "no last snapshot");
	}

	private void cache(Template.Resource resource, Map<String, Object> properties) {
		check(resource, text(properties, "AtRestEncryptionEnabled").equals("true"), "no encryption");
		check(resource, text(properties, "TransitEncryptionEnabled").equals("true"), "a password without TLS");
		check(resource, !text(properties, "AuthToken").isEmpty(), "no password");
		check(resource, text(properties, "Engine").equals("valkey"), "an engine that is not valkey");
		check(resource, Set.of("7.2", "8.0", "8.1", "8.2").contains(text(properties, "EngineVersion")),
				"an unknown version");
	}

	private void bucket(Template.Resource resource, Map<String, Object> properties) {
		Map<String, Object> closed = map(properties, "PublicAccessBlockConfiguration");
		check(resource, closed.size() == 4 && closed.values().stream().allMatch(Boolean.TRUE::equals),
				"doors that are not closed");
		check(resource, properties.containsKey("BucketEncryption"), "no encryption");
		boolean tlsOnly = this.template.fill(this.parameters)
			.resources()
			.stream()
			.filter((other) -> other.type().equals("AWS::S3::BucketPolicy") && other.after().contains(resource.id()))
			.map((other) -> this.template.fill(this.parameters).properties(other.id(), new Anything()).toString())
			.anyMatch((policy) -> policy.contains("aws:SecureTransport=false") && policy.contains("Effect=Deny"));
		check(resource, tlsOnly, "access without TLS");
	}

	private void check(Template.Resource resource, boolean fine, String problem) {
		if (!fine) {
			this.problems.add(resource.id() + " has " + problem);
		}
	}

	private static String text(Map<String, Object> properties, String name) {
		@Nullable Object value = properties.get(name);
		return (value != null) ? String.valueOf(value) : "";
	}

	private static List<?> list(Map<String, Object> properties, String name) {
		return (properties.get(name) instanceof List<?> list) ? list : List.of();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Map<String, Object> properties, String name) {
		return (properties.get(name) instanceof Map<?, ?> map) ? (Map<String, Object>) map : Map.of();
	}

	/**
	 * Stands for whatever will be made.
	 */
	private static final class Anything implements FilledTemplate.Made {

		@Override
		public String ref(String id) {
			return "ref-" + id;
		}

		@Override
		public String attribute(String id, String name) {
			return id + "-" + name;
		}

		@Override
		public String pseudo(String name) {
			return name.replace("AWS::", "");
		}

	}

}

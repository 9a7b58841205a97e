package io.shiplift.practice.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.aws.ChangeSets.Replacement;

/**
 * What differs between two versions of a stack, as a change set tells it.
 */
final class Differences {

	/** Properties that cannot be changed on something that exists. */
	private static final Map<String, Set<String>> CREATE_ONLY = Map.of("AWS::RDS::DBInstance",
			Set.of("DBInstanceIdentifier", "DBName", "DBSubnetGroupName", "KmsKeyId", "MasterUsername",
					"StorageEncrypted"),
			"AWS::EC2::VPC", Set.of("CidrBlock", "InstanceTenancy"), "AWS::EC2::Subnet",
			Set.of("CidrBlock", "AvailabilityZone", "VpcId"), "AWS::EC2::SecurityGroup",
			Set.of("GroupDescription", "GroupName", "VpcId"), "AWS::EC2::NatGateway",
			Set.of("AllocationId", "SubnetId"), "AWS::S3::Bucket", Set.of("BucketName"),
			"AWS::ElastiCache::ReplicationGroup",
			Set.of("AtRestEncryptionEnabled", "CacheSubnetGroupName", "ReplicationGroupId"),
			"AWS::ElasticBeanstalk::Application", Set.of("ApplicationName"), "AWS::IAM::Role",
			Set.of("RoleName", "Path"), "AWS::SecretsManager::Secret", Set.of("Name"));

	private Differences() {
	}

	/** A stack that is not there yet: everything is made. */
	static List<Change> of(Making wanted) {
		return wanted.parts().stream().map((part) -> change(Action.ADD, part, Set.of())).toList();
	}

	static List<Change> between(Making standing, Making wanted) {
		Map<String, Part> before = new HashMap<>(
				standing.parts().stream().collect(Collectors.toMap(Part::id, Function.identity())));
		List<Change> changes = new ArrayList<>();
		for (Part part : wanted.parts()) {
			Part old = before.remove(part.id());
			if (old == null || !old.of(part.type())) {
				changes.add(change(Action.ADD, part, Set.of()));
				continue;
			}
			Set<String> causes = causes(properties(standing, part), properties(wanted, part));
			if (!causes.isEmpty()) {
				changes.add(change(Action.MODIFY, part, causes));
			}
		}
		standing.parts()
			.stream()
			.filter((part) -> before.containsKey(part.id()))
			.forEach((part) -> changes.add(change(Action.REMOVE, part, Set.of())));
		return changes;
	}

	private static Map<String, Object> properties(Making making, Part part) {
		return making.properties().getOrDefault(part.id(), Map.of());
	}

	private static Set<String> causes(Map<String, Object> before, Map<String, Object> after) {
		Set<String> names = new TreeSet<>(before.keySet());
		names.addAll(after.keySet());
		names.removeIf((name) -> Objects.equals(before.get(name), after.get(name)));
		return names;
	}

	private static Change change(Action action, Part part, Set<String> causes) {
		boolean anew = causes.stream().anyMatch(CREATE_ONLY.getOrDefault(part.type(), Set.of())::contains);
		return new Change(action, part.id(), part.type(), (action == Action.ADD) ? "" : part.physicalId(),
				anew ? Replacement.YES : Replacement.NO, List.copyOf(causes));
	}

}

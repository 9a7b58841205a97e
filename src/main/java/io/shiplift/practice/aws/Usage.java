package io.shiplift.practice.aws;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows which resources others still use, so that AWS refuses to delete them: those that
 * other stacks or environments were given, and buckets that are not empty.
 */
final class Usage {

	private final Ground ground;

	private final Place place;

	private final StackRows stacks;

	private final EnvironmentRows environments;

	Usage(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.stacks = new StackRows(ground.jdbc(), place);
		this.environments = new EnvironmentRows(ground.jdbc(), place.world());
	}

	/** Why resources of a stack cannot go, by logical id. */
	Map<String, String> reasons(StackView stack) {
		Set<String> byStacks = byOtherStacks(stack);
		Set<String> byEnvironments = inEnvironments();
		Map<String, String> reasons = new HashMap<>();
		for (Part part : stack.existing()) {
			boolean network = part.type().startsWith("AWS::EC2::");
			if (byEnvironments.contains(part.physicalId()) || (network && byStacks.contains(part.physicalId()))) {
				reasons.put(part.id(), part.physicalId() + " has a dependent object and cannot be deleted");
			}
			else if (part.of("AWS::S3::Bucket") && !empty(part.physicalId())) {
				reasons.put(part.id(), "The bucket you tried to delete is not empty");
			}
		}
		return reasons;
	}

	/** Whether an environment that still exists was given this value. */
	boolean inEnvironment(String value) {
		return inEnvironments().contains(value);
	}

	private Set<String> byOtherStacks(StackView stack) {
		Set<String> used = new HashSet<>();
		this.stacks.all()
			.stream()
			.filter((row) -> row.id() != stack.row().id())
			.map((row) -> new StackView(this.stacks, row, this.ground.now()))
			.filter((other) -> other.stands() && !other.status().equals("ROLLBACK_COMPLETE"))
			.forEach((other) -> other.row().parameters().values().forEach((value) -> addAll(used, value)));
		return used;
	}

	private Set<String> inEnvironments() {
		Set<String> used = new HashSet<>();
		this.environments.standing(this.ground.now()).forEach((environment) -> {
			used.add(environment.application());
			environment.settings().values().forEach((value) -> addAll(used, value));
		});
		return used;
	}

	private static void addAll(Set<String> used, String values) {
		used.addAll(List.of(values.split(",")));
	}

	private boolean empty(String bucket) {
		return this.ground.jdbc()
			.sql("select count(*) from practice_object where world = ? and bucket = ?")
			.params(this.place.world(), bucket)
			.query((row, number) -> row.getLong(1))
			.single() == 0;
	}

}

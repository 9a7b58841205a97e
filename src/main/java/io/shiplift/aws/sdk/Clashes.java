package io.shiplift.aws.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.aws.AwsFinding;
import io.shiplift.aws.AwsNeeds;
import io.shiplift.aws.StackActions;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;

/**
 * Names of ours that somebody else has, and roles that AWS keeps for its services.
 */
final class Clashes {

	private static final String OWNER = "shiplift:migration";

	private static final List<String> SERVICES = List.of("AutoScaling", "ElasticLoadBalancing", "RDS");

	private final Clients clients;

	Clashes(Clients clients) {
		this.clients = clients;
	}

	AwsFinding stacks(AwsNeeds needs) {
		List<String> foreign = new ArrayList<>();
		StackActions.typesBySteps().keySet().forEach((step) -> {
			String name = needs.slug() + "-" + step;
			find(name)
				.filter((stack) -> stack.tags()
					.stream()
					.noneMatch((tag) -> tag.key().equals(OWNER) && tag.value().equals(needs.migrationId())))
				.ifPresent((stack) -> foreign.add(name));
		});
		return foreign.isEmpty() ? AwsFinding.fine("Stacks", "No stack of somebody else has a name of ours.")
				: AwsFinding.blocks("Stacks",
						"These stacks do not belong to this migration: " + String.join(", ", foreign) + ".",
						"Rename or delete them.");
	}

	private Optional<Stack> find(String name) {
		try {
			return this.clients.calls()
				.call("cloudformation:DescribeStacks", name,
						() -> this.clients.cloudFormation().describeStacks((ask) -> ask.stackName(name)))
				.stacks()
				.stream()
				.findFirst();
		}
		catch (AwsProblem ex) {
			if (ex.says("ValidationError") && ex.getMessage().contains("does not exist")) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Names of environments count in the whole region, whichever application has them.
	 */
	AwsFinding environment(AwsNeeds needs) {
		return this.clients.calls()
			.call("elasticbeanstalk:DescribeEnvironments", name(needs),
					() -> this.clients.beanstalk()
						.describeEnvironments((ask) -> ask.environmentNames(name(needs)).includeDeleted(false)))
			.environments()
			.stream()
			.filter((environment) -> !needs.slug().equals(environment.applicationName()))
			.map(EnvironmentDescription::applicationName)
			.findFirst()
			.map((application) -> AwsFinding.blocks("Environment name",
					"The application " + application + " has an environment named " + name(needs) + " already.",
					"Rename or terminate it."))
			.orElseGet(() -> AwsFinding.fine("Environment name", name(needs) + " is free."));
	}

	private static String name(AwsNeeds needs) {
		return needs.slug() + "-web";
	}

	AwsFinding serviceRoles() {
		List<String> missing = SERVICES.stream().filter((service) -> !exists("AWSServiceRoleFor" + service)).toList();
		return AwsFinding.fine("Roles of services",
				missing.isEmpty() ? "Those of load balancers, machines and databases are there." : "AWS makes those of "
						+ String.join(", ", missing) + " at the first use; the role of the stacks may have them made.");
	}

	private boolean exists(String role) {
		return this.clients.calls()
			.find("iam:GetRole", role, () -> this.clients.iam().getRole((ask) -> ask.roleName(role)), "NoSuchEntity",
					"NoSuchEntityException")
			.isPresent();
	}

}

package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Set;

import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;

/**
 * Tells what stands from what AWS only remembers: machines and gateways are listed for an
 * hour after their end, stacks for three months, deleted secrets until they cannot be had
 * back any more. None of these costs anything.
 */
final class Traces {

	private static final String NO_SECRET = "ResourceNotFoundException";

	private final Clients clients;

	private final Calls calls;

	Traces(Clients clients) {
		this.clients = clients;
		this.calls = clients.calls();
	}

	/** What cannot be looked at is taken for standing. */
	boolean stands(Arn arn) {
		return switch (arn.service() + ":" + arn.kind()) {
			case "cloudformation:stack" -> stack(arn.text());
			case "ec2:instance" -> instance(arn.name());
			case "ec2:natgateway" -> gateway(arn.name());
			case "elasticbeanstalk:environment" -> environment(arn.name());
			case "secretsmanager:secret" -> secret(arn.text());
			default -> true;
		};
	}

	private boolean stack(String arn) {
		return this.calls
			.find("cloudformation:DescribeStacks", arn,
					() -> this.clients.cloudFormation().describeStacks((stacks) -> stacks.stackName(arn)),
					"ValidationError")
			.stream()
			.flatMap((answer) -> answer.stacks().stream())
			.map(Stack::stackStatus)
			.anyMatch((status) -> status != StackStatus.DELETE_COMPLETE);
	}

	private boolean instance(String id) {
		Set<InstanceStateName> over = Set.of(InstanceStateName.TERMINATED, InstanceStateName.SHUTTING_DOWN);
		return this.calls
			.find("ec2:DescribeInstances", id,
					() -> this.clients.ec2().describeInstances((instances) -> instances.instanceIds(id)),
					"InvalidInstanceID.NotFound")
			.stream()
			.flatMap((answer) -> answer.reservations().stream())
			.flatMap((reservation) -> reservation.instances().stream())
			.anyMatch((instance) -> !over.contains(instance.state().name()));
	}

	private boolean gateway(String id) {
		Set<NatGatewayState> over = Set.of(NatGatewayState.DELETED, NatGatewayState.FAILED);
		return this.calls
			.find("ec2:DescribeNatGateways", id,
					() -> this.clients.ec2().describeNatGateways((gateways) -> gateways.natGatewayIds(id)),
					"NatGatewayNotFound")
			.stream()
			.flatMap((answer) -> answer.natGateways().stream())
			.anyMatch((gateway) -> !over.contains(gateway.state()));
	}

	/** The name follows the one of its application. */
	private boolean environment(String name) {
		String own = name.substring(name.indexOf('/') + 1);
		return this.calls
			.call("elasticbeanstalk:DescribeEnvironments", own,
					() -> this.clients.beanstalk()
						.describeEnvironments((list) -> list.environmentNames(List.of(own)).includeDeleted(false)))
			.environments()
			.stream()
			.anyMatch((environment) -> environment.status() != EnvironmentStatus.TERMINATED);
	}

	private boolean secret(String arn) {
		return this.calls
			.find("secretsmanager:DescribeSecret", arn,
					() -> this.clients.secrets().describeSecret((secret) -> secret.secretId(arn)), NO_SECRET)
			.filter((secret) -> secret.deletedDate() == null)
			.isPresent();
	}

}

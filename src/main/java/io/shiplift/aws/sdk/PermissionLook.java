package io.shiplift.aws.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.shiplift.aws.AwsFinding;
import io.shiplift.aws.AwsNeeds;
import io.shiplift.aws.PolicyStatement;
import io.shiplift.aws.RoleArn;
import io.shiplift.aws.StepPolicy;
import io.shiplift.credentials.AwsConnection;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * Lets IAM say which actions the roles of a connection may do, on names such as ours will
 * be. Rules of an organization are no part of its answer.
 */
final class PermissionLook {

	private final Clients clients;

	private final AwsConnection connection;

	PermissionLook(Clients clients, AwsConnection connection) {
		this.clients = clients;
		this.connection = connection;
	}

	List<AwsFinding> look(AwsNeeds needs) {
		RoleArn role = RoleArn.of(this.connection.roleArn()).orElse(null);
		if (role == null) {
			return List.of(AwsFinding.unknown("Permissions", "IAM tells them for roles only.",
					"Give the user of the key the policies shown at the connection."));
		}
		List<AwsFinding> findings = new ArrayList<>();
		findings.add(judge("Permissions of Shiplift", this.connection.roleArn(), StepPolicy.ofRole(),
				denied(this.connection.roleArn(), List.of(StepPolicy.ofWholeRole()), needs)));
		findings.add(judge("Permissions of the stacks", role.stacks(), StepPolicy.ofStacks(),
				denied(role.stacks(), StepPolicy.ofStacks(), needs)));
		return findings;
	}

	private static AwsFinding judge(String topic, String role, List<StepPolicy> steps, Set<String> denied) {
		if (denied.isEmpty()) {
			return AwsFinding.fine(topic, "IAM allows every action of all " + steps.size() + " steps.");
		}
		List<String> lacking = steps.stream()
			.map((step) -> new Lack(step.step(),
					step.statements()
						.stream()
						.flatMap((statement) -> statement.actions().stream())
						.filter(denied::contains)
						.distinct()
						.toList()))
			.filter((lack) -> !lack.actions().isEmpty())
			.map((lack) -> lack.step() + " (" + String.join(", ", lack.actions()) + ")")
			.toList();
		return AwsFinding.blocks(topic, "The role " + role + " lacks " + String.join("; ", lacking) + ".",
				"Launch the template of the connection again: it brings the policies up to date.");
	}

	private Set<String> denied(String role, List<StepPolicy> policies, AwsNeeds needs) {
		Set<String> denied = new TreeSet<>();
		policies.forEach((policy) -> policy.statements()
			.forEach((statement) -> denied.addAll(denied(role, statement.in(this.connection.place()), needs))));
		return denied;
	}

	/** Those that are allowed on none of the resources. */
	private Set<String> denied(String role, PolicyStatement statement, AwsNeeds needs) {
		List<String> names = statement.resources()
			.stream()
			.filter((arn) -> !arn.equals("*"))
			.map((arn) -> arn.replace("shiplift-*", needs.slug() + "-x").replace("*", "x"))
			.toList();
		Set<String> denied = new TreeSet<>(statement.actions());
		String marker = null;
		do {
			SimulatePrincipalPolicyResponse page = simulate(role, statement.actions(), names, marker);
			page.evaluationResults()
				.stream()
				.filter((result) -> result.evalDecision() == PolicyEvaluationDecisionType.ALLOWED)
				.map(EvaluationResult::evalActionName)
				.forEach(denied::remove);
			marker = Boolean.TRUE.equals(page.isTruncated()) ? page.marker() : null;
		}
		while (marker != null);
		return denied;
	}

	private SimulatePrincipalPolicyResponse simulate(String role, List<String> actions, List<String> names,
			@Nullable String marker) {
		ContextEntry region = ContextEntry.builder()
			.contextKeyName(PolicyStatement.REGION)
			.contextKeyType(ContextKeyTypeEnum.STRING)
			.contextKeyValues(this.connection.place().region())
			.build();
		return this.clients.calls()
			.call("iam:SimulatePrincipalPolicy", role,
					() -> this.clients.iam()
						.simulatePrincipalPolicy((ask) -> ask.policySourceArn(role)
							.actionNames(actions)
							.resourceArns(names.isEmpty() ? List.of("*") : names)
							.contextEntries(region)
							.maxItems(1000)
							.marker(marker)));
	}

	/** What a step may not do. */
	private record Lack(String step, List<String> actions) {

	}

}

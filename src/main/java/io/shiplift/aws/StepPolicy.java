package io.shiplift.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.shiplift.credentials.AwsConnection.Place;

/**
 * What one step may do: the least that it needs, read from the catalogue of operations
 * that can leave this product, or from the resources in the templates of its stack.
 */
public record StepPolicy(String step, List<PolicyStatement> statements) {

	/** What Shiplift itself calls, by step. */
	public static List<StepPolicy> ofRole() {
		Map<String, List<Operation>> steps = new TreeMap<>();
		Operations.all()
			.forEach((operation) -> operation.steps()
				.forEach((step) -> steps.computeIfAbsent(step, (key) -> new ArrayList<>()).add(operation)));
		return steps.entrySet()
			.stream()
			.map((step) -> of(step.getKey(), step.getValue()))
			.filter((policy) -> !policy.statements().isEmpty())
			.toList();
	}

	/** The same for all steps together, which is shorter. */
	public static StepPolicy ofWholeRole() {
		return of("calls", Operations.all());
	}

	private static StepPolicy of(String step, List<Operation> operations) {
		return new StepPolicy(step,
				PolicyScope.group(actions(operations, true), actions(operations, false))
					.entrySet()
					.stream()
					.map((group) -> new PolicyStatement(group.getValue(), group.getKey(), false))
					.toList());
	}

	/** What CloudFormation calls for our stacks, by step. */
	public static List<StepPolicy> ofStacks() {
		List<StepPolicy> policies = new ArrayList<>();
		StackActions.bySteps().forEach((step, actions) -> {
			List<String> files = actions.stream().filter((action) -> action.startsWith("s3:")).toList();
			List<String> others = actions.stream().filter((action) -> !action.startsWith("s3:")).toList();
			List<PolicyStatement> statements = new ArrayList<>();
			if (!files.isEmpty()) {
				statements.add(new PolicyStatement(files, List.of("arn:${AWS::Partition}:s3:::shiplift-*"), false));
			}
			if (!others.isEmpty()) {
				statements.add(new PolicyStatement(others, List.of("*"), true));
			}
			policies.add(new StepPolicy(step, statements));
		});
		return policies;
	}

	/** The same with the account and the region of a connection filled in. */
	public StepPolicy in(Place place) {
		return new StepPolicy(this.step, this.statements.stream().map((statement) -> statement.in(place)).toList());
	}

	/** As a document that AWS takes. */
	public Map<String, Object> document(Place place) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("Version", "2012-10-17");
		document.put("Statement", in(place).statements.stream().map((statement) -> statement.document(place)).toList());
		return document;
	}

	/** Actions that the role has anyway, or needs none for, are left out. */
	private static Set<String> actions(List<Operation> operations, boolean reads) {
		Set<String> actions = new TreeSet<>();
		operations.stream()
			.filter((operation) -> operation.reads() == reads)
			.flatMap((operation) -> operation.actions().stream())
			.filter((action) -> !action.equals("sts:AssumeRole") && !action.equals("iam:PassRole"))
			.forEach(actions::add);
		return actions;
	}

}

package io.shiplift.aws;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import tools.jackson.databind.json.JsonMapper;

/**
 * What CloudFormation calls for the stacks of this product: for each step the types of
 * resources in its template, and for each type the actions that make, change and remove
 * it. Roles are not among them, as they need a rule of their own.
 */
public record StackActions(Map<String, List<String>> stacks, Map<String, List<String>> types) {

	private static final StackActions ALL = read();

	/** The actions by step, in the order of the steps. */
	public static Map<String, List<String>> bySteps() {
		Map<String, List<String>> steps = new LinkedHashMap<>();
		ALL.stacks.forEach((step, types) -> {
			TreeSet<String> actions = new TreeSet<>();
			types.stream()
				.filter((type) -> !type.startsWith("AWS::IAM::"))
				.forEach((type) -> actions.addAll(Objects.requireNonNull(ALL.types.get(type), type)));
			steps.put(step, List.copyOf(actions));
		});
		return steps;
	}

	/** The types of resources that the steps make. */
	public static Map<String, List<String>> typesBySteps() {
		return ALL.stacks;
	}

	private static StackActions read() {
		InputStream in = Objects.requireNonNull(StackActions.class.getResourceAsStream("stack-actions.json"));
		return JsonMapper.shared().readValue(in, StackActions.class);
	}

}

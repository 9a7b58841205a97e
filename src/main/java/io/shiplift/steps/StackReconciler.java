package io.shiplift.steps;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import io.shiplift.aws.Stacks;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.fact.Fact;
import io.shiplift.plan.Plan;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;

/**
 * Brings one CloudFormation stack about, or takes it away: looks at its state first and
 * does the one thing that state calls for. A stack of that name without our tags is
 * refused, never adopted.
 */
public record StackReconciler(String part, Template template) {

	private static final Duration POLL = Duration.ofSeconds(2);

	private static final String SETTINGS = "shiplift:settings";

	private static final String GENERATION = "shiplift:generation";

	public StepResult advance(StepContext context, Stacks stacks, Map<String, String> parameters,
			Function<Stack, Fact> fact) {
		Optional<Stack> found = stacks.find(context.name(this.part));
		if (found.isEmpty()) {
			context.act("Create stack " + context.name(this.part), () -> stacks.create(request(context, parameters)));
			return StepResult.underway(POLL, "Stack " + context.name(this.part) + " was asked for", 0);
		}
		Stack stack = found.get();
		if (!ours(context, stack)) {
			return foreign(stack);
		}
		return switch (stack.status()) {
			case CREATE_COMPLETE -> made(stack, parameters, fact);
			case CREATE_IN_PROGRESS -> underway(stacks, stack);
			case ROLLBACK_IN_PROGRESS, DELETE_IN_PROGRESS ->
				StepResult.underway(POLL, "What was made is being removed: " + stack.reason());
			case ROLLBACK_COMPLETE -> replace(context, stacks, stack);
			case DELETE_FAILED -> deleteAgain(context, stacks, stack);
		};
	}

	public StepResult undo(StepContext context, Stacks stacks) {
		Optional<Stack> found = stacks.find(context.name(this.part));
		if (found.isEmpty()) {
			return StepResult.undone();
		}
		Stack stack = found.get();
		if (!ours(context, stack)) {
			return foreign(stack);
		}
		return switch (stack.status()) {
			case ROLLBACK_IN_PROGRESS, DELETE_IN_PROGRESS ->
				StepResult.underway(POLL, "Waiting for " + stack.name() + ": " + lastEvent(stacks, stack));
			case CREATE_IN_PROGRESS, CREATE_COMPLETE, ROLLBACK_COMPLETE -> delete(context, stacks, stack);
			case DELETE_FAILED -> deleteAgain(context, stacks, stack);
		};
	}

	/** What the stack will consist of, for the plan. */
	public List<Plan.Resource> resources(Map<String, String> parameters) {
		return this.template.resources(parameters)
			.stream()
			.map((resource) -> new Plan.Resource(this.part, resource.type(), resource.id()))
			.toList();
	}

	private Stacks.Request request(StepContext context, Map<String, String> parameters) {
		Map<String, String> tags = new TreeMap<>(context.tags(this.part));
		tags.put(SETTINGS, settings(parameters));
		return new Stacks.Request(context.name(this.part), this.template, parameters, tags, context.token(this.part));
	}

	private StepResult made(Stack stack, Map<String, String> parameters, Function<Stack, Fact> fact) {
		if (!settings(parameters).equals(stack.tags().get(SETTINGS))) {
			return StepResult.failed("Stack " + stack.name() + " stands, but was made from an earlier plan with other "
					+ "settings. Cancel this run, tear down what was built, and prepare again.");
		}
		return StepResult.done(fact.apply(stack));
	}

	/** What tells this template with these parameters from any other. */
	private String settings(Map<String, String> parameters) {
		return Integer.toHexString((this.template.text() + new TreeMap<>(parameters)).hashCode());
	}

	private StepResult underway(Stacks stacks, Stack stack) {
		int percent = (stack.resourcesExpected() == 0) ? -1
				: 100 * stack.resourcesComplete() / stack.resourcesExpected();
		return StepResult.underway(POLL, stack.resourcesComplete() + " of " + stack.resourcesExpected()
				+ " resources made; " + lastEvent(stacks, stack), percent);
	}

	/**
	 * A failed creation leads on only by deletion; whether to try again is up to a
	 * person.
	 */
	private StepResult replace(StepContext context, Stacks stacks, Stack stack) {
		if (generation(stack) < context.generation()) {
			return delete(context, stacks, stack);
		}
		return StepResult.failed("AWS could not make stack " + stack.name() + " and removed what it had made. Reason: "
				+ stack.reason() + " Retry makes it anew.");
	}

	private StepResult delete(StepContext context, Stacks stacks, Stack stack) {
		context.act("Delete stack " + stack.name(),
				() -> stacks.delete(stack.name(), context.token(this.part + "-delete")));
		return StepResult.underway(POLL, "Stack " + stack.name() + " is being removed");
	}

	private StepResult deleteAgain(StepContext context, Stacks stacks, Stack stack) {
		if (context.attempt() > 1) {
			return delete(context, stacks, stack);
		}
		return StepResult.failed("AWS could not delete stack " + stack.name() + ". Reason: " + stack.reason()
				+ " Remove what holds it, then retry.");
	}

	private static StepResult foreign(Stack stack) {
		return StepResult.failed("A stack named " + stack.name()
				+ " exists already and does not belong to this migration. Rename or delete it, then retry.");
	}

	private static boolean ours(StepContext context, Stack stack) {
		return context.migrationId().equals(stack.tags().get("shiplift:migration"));
	}

	private static int generation(Stack stack) {
		return Integer.parseInt(stack.tags().getOrDefault(GENERATION, "1"));
	}

	private static String lastEvent(Stacks stacks, Stack stack) {
		List<Stacks.Event> events = stacks.events(stack.name(), null);
		if (events.isEmpty()) {
			return "no event yet";
		}
		Stacks.Event last = events.getLast();
		return last.resource() + " is " + last.status().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
	}

}

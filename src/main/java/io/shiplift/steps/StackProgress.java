package io.shiplift.steps;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks.Event;
import io.shiplift.aws.Stacks.Resource;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.aws.TypicalTimes;
import io.shiplift.step.StepResult;

/**
 * Tells how far a stack has come: each resource that is complete or failed as a note, and
 * the whole as a share, weighted by how long its resources usually take.
 */
record StackProgress(StackTask task) {

	private static final String CURSOR = "stack-events";

	StepResult underway(Stack stack) {
		List<Event> news = noteEvents(stack);
		String last = news.isEmpty() ? "" : words(news.getLast());
		if (stack.status() == StackStatus.CREATE_IN_PROGRESS) {
			return creation(stack, last);
		}
		if (stack.status() == StackStatus.DELETE_IN_PROGRESS) {
			return deletion(stack, last);
		}
		String what = stack.status().troubled() ? reason(stack) + "What was done is being taken back"
				: "Stack " + stack.name() + " is being changed";
		return StepResult.underway(StackTask.POLL, what + (last.isEmpty() ? "" : ": " + last));
	}

	/** Writes down what is new, and answers it. */
	List<Event> noteEvents(Stack stack) {
		String seen = this.task.context().recall(CURSOR, String.class).orElse(null);
		List<Event> news = this.task.stacks().events(stack.id(), seen);
		if (news.isEmpty()) {
			return news;
		}
		String text = news.stream()
			.filter((event) -> event.failed() || event.status().endsWith("_COMPLETE"))
			.map(StackProgress::words)
			.collect(Collectors.joining("; "));
		if (!text.isEmpty()) {
			this.task.context().note(text);
		}
		this.task.context().renew(CURSOR, news.getLast().id());
		return news;
	}

	private StepResult creation(Stack stack, String last) {
		List<Template.Resource> expected = this.task.wanted().template().resources(this.task.wanted().parameters());
		Map<String, Resource> begun = this.task.stacks()
			.resources(stack.id())
			.stream()
			.collect(Collectors.toMap(Resource::id, Function.identity(), (first, second) -> second));
		StackShare share = new StackShare(expected, begun, this.task.context().clock().instant());
		String text = share.complete() + " of " + expected.size() + " resources made; "
				+ (last.isEmpty() ? share.underway() : last) + "; usually takes " + TypicalTimes.of(expected).words()
				+ " on AWS";
		return StepResult.underway(StackTask.POLL, reason(stack) + text, share.percent());
	}

	private StepResult deletion(Stack stack, String last) {
		List<Resource> resources = this.task.stacks().resources(stack.id());
		long gone = resources.stream().filter((resource) -> resource.status().equals("DELETE_COMPLETE")).count();
		int percent = resources.isEmpty() ? -1 : (int) (100 * gone / resources.size());
		return StepResult.underway(StackTask.POLL,
				reason(stack) + "Waiting for " + stack.name() + " to go" + (last.isEmpty() ? "" : ": " + last),
				percent);
	}

	private static String reason(Stack stack) {
		return stack.reason().isEmpty() ? "" : stack.reason() + " - ";
	}

	static String words(Event event) {
		String text = event.resource() + " is " + event.status().toLowerCase(Locale.ROOT).replace('_', ' ');
		return event.reason().isEmpty() ? text : text + " (" + event.reason() + ")";
	}

}

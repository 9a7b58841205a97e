package io.shiplift.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.Stacks.Resource;
import io.shiplift.aws.Template;
import io.shiplift.aws.TypicalTimes;
import org.jspecify.annotations.Nullable;

/**
 * How much of a stack there is: expected resources, and those that were begun by id.
 */
record StackShare(List<Template.Resource> expected, Map<String, Resource> begun, Instant now) {

	private static final double ALMOST = 0.9;

	long complete() {
		return this.expected.stream().map((resource) -> state(resource.id())).filter(StackShare::isComplete).count();
	}

	/** What takes longest of that which is being made. */
	String underway() {
		return this.expected.stream()
			.filter((resource) -> isMoving(state(resource.id())))
			.max((one, other) -> Double.compare(weight(one), weight(other)))
			.map((resource) -> resource.id() + " is being made")
			.orElse("no event yet");
	}

	/** What is being made counts by its time, but never as if it stood. */
	int percent() {
		double all = this.expected.stream().mapToDouble(StackShare::weight).sum();
		double done = this.expected.stream().mapToDouble((resource) -> weight(resource) * share(resource)).sum();
		return (all == 0) ? -1 : (int) Math.min(99, 100 * done / all);
	}

	private double share(Template.Resource resource) {
		Resource state = state(resource.id());
		if (isComplete(state)) {
			return 1;
		}
		if (state == null || !state.moving()) {
			return 0;
		}
		double seconds = Math.max(0, Duration.between(state.since(), this.now).toMillis() / 1000.0);
		return Math.min(ALMOST, seconds / TypicalTimes.of(resource.type()).high());
	}

	private @Nullable Resource state(String id) {
		return this.begun.get(id);
	}

	private static boolean isComplete(@Nullable Resource resource) {
		return resource != null && resource.complete();
	}

	private static boolean isMoving(@Nullable Resource resource) {
		return resource != null && resource.moving();
	}

	private static double weight(Template.Resource resource) {
		return TypicalTimes.of(resource.type()).middle();
	}

}

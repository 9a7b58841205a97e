package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.aws.Stacks;

/**
 * A practice stack as it stands at one moment, read from what has happened by then.
 */
final class StackView {

	private static final Set<String> NOT_THERE = Set.of("DELETE_COMPLETE", "");

	private final StackRows.StackRow row;

	private final List<Part> parts;

	private final List<Stacks.Event> events;

	private final Map<String, String> statuses = new LinkedHashMap<>();

	StackView(StackRows rows, StackRows.StackRow row, Instant now) {
		this.row = row;
		this.parts = rows.parts(row.id());
		this.events = rows.happened(row.id(), now);
		this.events.stream()
			.filter((event) -> !ofStack(event))
			.forEach((event) -> this.statuses.put(event.resource(), event.status()));
	}

	StackRows.StackRow row() {
		return this.row;
	}

	List<Stacks.Event> events() {
		return this.events;
	}

	/** Whether there is a stack; resources it kept may outlive it. */
	boolean stands() {
		return !status().equals("DELETE_COMPLETE");
	}

	/** Whether creation ever came to its good end. */
	boolean stood() {
		return this.events.stream().anyMatch((event) -> ofStack(event) && event.status().equals("CREATE_COMPLETE"));
	}

	String status() {
		return this.events.stream()
			.filter(StackView::ofStack)
			.map(Stacks.Event::status)
			.reduce("CREATE_IN_PROGRESS", (first, second) -> second);
	}

	/** All resources of the template. */
	List<Part> parts() {
		return this.parts;
	}

	/** Resources that exist at least in part, those that were kept included. */
	List<Part> existing() {
		return this.parts.stream().filter((part) -> !NOT_THERE.contains(status(part))).toList();
	}

	/** Resources that outlived their stack on purpose. */
	boolean kept(Part part) {
		return status(part).equals("DELETE_SKIPPED");
	}

	/** Whether a resource of this kind and identifier is there and whole. */
	boolean has(String type, String physicalId) {
		return this.parts.stream()
			.filter((part) -> part.of(type) && part.physicalId().equals(physicalId))
			.anyMatch((part) -> Set.of("CREATE_COMPLETE", "DELETE_SKIPPED", "DELETE_FAILED").contains(status(part)));
	}

	Stacks.Stack stack(Map<String, String> outputs) {
		Stacks.Status status = Stacks.Status.valueOf(status());
		int complete = (int) this.statuses.values().stream().filter("CREATE_COMPLETE"::equals).count();
		return new Stacks.Stack(this.row.name(), status, reason(),
				(status == Stacks.Status.CREATE_COMPLETE) ? outputs : Map.of(), this.row.tags(), complete,
				this.parts.size());
	}

	private String reason() {
		return this.events.stream()
			.filter((event) -> !ofStack(event) && event.status().endsWith("_FAILED"))
			.filter((event) -> !event.reason().equals(Course.CANCELLED))
			.map((event) -> event.resource() + ": " + event.reason())
			.findFirst()
			.orElse("");
	}

	private String status(Part part) {
		return this.statuses.getOrDefault(part.id(), "");
	}

	private static boolean ofStack(Stacks.Event event) {
		return event.type().equals(Happening.STACK);
	}

}

package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks;

/**
 * A practice stack as it stands at one moment, read from what has happened by then.
 */
final class StackView {

	private static final Set<String> NOT_THERE = Set.of("DELETE_COMPLETE", "");

	private static final Set<String> WHOLE = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_IN_PROGRESS",
			"DELETE_SKIPPED", "DELETE_FAILED");

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

	/** Whether all its resources stand. */
	boolean complete() {
		return StackStatus.valueOf(status()).stands();
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
			.anyMatch((part) -> WHOLE.contains(status(part)));
	}

	Stacks.Stack stack(Place place, Map<String, String> outputs) {
		StackStatus status = StackStatus.valueOf(status());
		return new Stacks.Stack(this.row.name(), this.row.arn(place), status, reason(),
				status.stands() ? outputs : Map.of(), this.row.tags());
	}

	/** The resources that were begun. */
	List<Stacks.Resource> resources() {
		Map<String, Stacks.Event> last = new LinkedHashMap<>();
		this.events.stream().filter((event) -> !ofStack(event)).forEach((event) -> last.put(event.resource(), event));
		return this.parts.stream()
			.flatMap((part) -> Optional.ofNullable(last.get(part.id())).map((event) -> resource(part, event)).stream())
			.toList();
	}

	private static Stacks.Resource resource(Part part, Stacks.Event event) {
		return new Stacks.Resource(part.id(), part.type(), part.physicalId(), event.status(), event.at());
	}

	/** The first failure of what was done last. */
	private String reason() {
		int begin = 0;
		for (int i = 0; i < this.events.size(); i++) {
			begin = this.events.get(i).reason().equals(Course.INITIATED) ? i : begin;
		}
		return this.events.stream()
			.skip(begin)
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

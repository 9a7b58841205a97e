package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.shiplift.practice.Pace;

/**
 * Collects what will happen to a stack, with times given in seconds as they would be in
 * earnest.
 */
final class Course {

	/** Said of a stack when somebody starts something. */
	static final String INITIATED = "User Initiated";

	static final String CANCELLED = "Resource creation cancelled";

	private final String stack;

	private final Instant start;

	private final Pace pace;

	private final List<Planned> happenings = new ArrayList<>();

	Course(String stack, Instant start, Pace pace) {
		this.stack = stack;
		this.start = start;
		this.pace = pace;
	}

	void stack(double seconds, String status, String reason) {
		add(seconds, this.stack, Happening.STACK, status, reason);
	}

	void resource(double seconds, Part part, String status, String reason) {
		add(seconds, part.id(), part.type(), status, reason);
	}

	List<Happening> inOrder() {
		return this.happenings.stream()
			.sorted(Comparator.comparingDouble(Planned::seconds))
			.map(Planned::happening)
			.toList();
	}

	private void add(double seconds, String resource, String type, String status, String reason) {
		Instant at = this.start.plus(this.pace.of(seconds));
		this.happenings.add(new Planned(seconds, new Happening(at, resource, type, status, reason)));
	}

	private record Planned(double seconds, Happening happening) {

	}

}

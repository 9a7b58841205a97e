package io.shiplift.practice.aws;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.aws.Stacks.OnFailure;
import io.shiplift.practice.Fate;

/**
 * Lays down the course of a stack's creation: each resource starts when all before it
 * stand. The one that takes longest is the one that fails or hangs.
 */
final class Creation {

	private final Course course;

	private final List<Part> parts;

	private final Map<String, Double> begins = new LinkedHashMap<>();

	private final Map<String, Double> ends = new LinkedHashMap<>();

	private final OnFailure onFailure;

	Creation(Course course, List<Part> parts, OnFailure onFailure) {
		this.course = course;
		this.parts = parts;
		this.onFailure = onFailure;
		for (Part part : parts) {
			double begin = part.after().stream().mapToDouble((id) -> this.ends.getOrDefault(id, 0.0)).max().orElse(1);
			this.begins.put(part.id(), begin + 1);
			this.ends.put(part.id(), begin + 1 + Durations.coming(part));
		}
	}

	List<Happening> planned(Fate fate) {
		this.course.stack(0, "CREATE_IN_PROGRESS", Course.INITIATED);
		switch (fate) {
			case STANDS -> {
				this.parts.forEach((part) -> happen(part, Double.MAX_VALUE));
				this.course.stack(last() + 2, "CREATE_COMPLETE", "");
			}
			case FAILS -> fail(longest());
			case HANGS -> hang(longest());
		}
		return this.course.inOrder();
	}

	/** What the whole takes in earnest, in seconds. */
	double last() {
		return this.ends.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
	}

	private void happen(Part part, double until) {
		if (begin(part) <= until) {
			this.course.resource(begin(part), part, "CREATE_IN_PROGRESS", "");
		}
		if (end(part) <= until) {
			this.course.resource(end(part), part, "CREATE_COMPLETE", "");
		}
	}

	private void fail(Part victim) {
		double moment = begin(victim) + 0.6 * (end(victim) - begin(victim));
		for (Part part : this.parts) {
			happen(part, moment);
			if (part != victim && begin(part) <= moment && end(part) > moment) {
				this.course.resource(moment + 0.5, part, "CREATE_FAILED", Course.CANCELLED);
			}
		}
		this.course.resource(moment, victim, "CREATE_FAILED", "Practice fault: AWS could not make this resource");
		String reason = "The following resource(s) failed to create: [" + victim.id() + "].";
		if (this.onFailure == OnFailure.DO_NOTHING) {
			this.course.stack(moment + 1, "CREATE_FAILED", reason);
			return;
		}
		this.course.stack(moment + 1, "ROLLBACK_IN_PROGRESS", reason + " Rollback requested by user.");
		List<Part> begun = this.parts.stream().filter((part) -> begin(part) <= moment).toList();
		new Deletion(this.course, begun, Map.of()).rollBack(moment + 2);
	}

	private void hang(Part victim) {
		for (Part part : this.parts) {
			if (!reaches(part, victim.id())) {
				happen(part, (part == victim) ? begin(part) : Double.MAX_VALUE);
			}
		}
	}

	private boolean reaches(Part part, String id) {
		Set<String> after = part.after();
		return after.contains(id) || this.parts.stream()
			.filter((other) -> after.contains(other.id()))
			.anyMatch((other) -> reaches(other, id));
	}

	private Part longest() {
		return this.parts.stream().max(Comparator.comparingDouble(Durations::coming)).orElseThrow();
	}

	private double begin(Part part) {
		return this.begins.getOrDefault(part.id(), 0.0);
	}

	private double end(Part part) {
		return this.ends.getOrDefault(part.id(), 0.0);
	}

}

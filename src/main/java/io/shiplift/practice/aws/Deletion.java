package io.shiplift.practice.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.shiplift.aws.Template.DeletionPolicy;
import io.shiplift.practice.Fate;

/**
 * Lays down the course of a deletion: each resource goes when all that came after it are
 * gone. What is in use fails to go, and so what it needs stays too.
 */
final class Deletion {

	private final Course course;

	private final List<Part> parts;

	private final Map<String, String> inUse;

	private final Map<String, Double> until = new HashMap<>();

	private final Set<String> stuck = new TreeSet<>();

	private boolean rollback;

	/**
	 * Plans to delete what exists.
	 * @param inUse by logical id, why a resource cannot go
	 */
	Deletion(Course course, List<Part> parts, Map<String, String> inUse) {
		this.course = course;
		this.parts = parts;
		this.inUse = new HashMap<>(inUse);
	}

	List<Happening> planned(Fate fate) {
		this.course.stack(0, "DELETE_IN_PROGRESS", Course.INITIATED);
		if (fate == Fate.FAILS && !this.parts.isEmpty()) {
			this.inUse.put(this.parts.getFirst().id(), "Practice fault: AWS could not delete this resource");
		}
		double end = removeAll(1);
		if (fate == Fate.HANGS) {
			return this.course.inOrder();
		}
		if (this.stuck.isEmpty()) {
			this.course.stack(end + 1, "DELETE_COMPLETE", "");
		}
		else {
			this.course.stack(end + 1, "DELETE_FAILED",
					"The following resource(s) failed to delete: " + this.stuck + ".");
		}
		return this.course.inOrder();
	}

	void rollBack(double from) {
		this.rollback = true;
		this.course.stack(removeAll(from) + 1, "ROLLBACK_COMPLETE", "");
	}

	private double removeAll(double from) {
		for (Part part : this.parts.reversed()) {
			remove(part, from);
		}
		return this.until.values().stream().mapToDouble(Double::doubleValue).max().orElse(from);
	}

	private void remove(Part part, double from) {
		List<Part> dependents = this.parts.stream().filter((other) -> other.after().contains(part.id())).toList();
		if (dependents.stream().anyMatch((other) -> !this.until.containsKey(other.id()) || blocked(other))) {
			return;
		}
		double begin = dependents.stream()
			.mapToDouble((other) -> this.until.getOrDefault(other.id(), from))
			.max()
			.orElse(from);
		if (kept(part)) {
			this.course.resource(begin, part, "DELETE_SKIPPED", "");
			this.until.put(part.id(), begin);
			return;
		}
		double end = begin + Durations.going(part);
		this.course.resource(begin, part, "DELETE_IN_PROGRESS", "");
		String reason = this.inUse.get(part.id());
		if (reason != null) {
			this.stuck.add(part.id());
			this.course.resource(end, part, "DELETE_FAILED", reason);
		}
		else {
			this.course.resource(end, part, "DELETE_COMPLETE", "");
		}
		this.until.put(part.id(), end);
	}

	private boolean blocked(Part part) {
		return this.stuck.contains(part.id());
	}

	private boolean kept(Part part) {
		return part.policy() == DeletionPolicy.RETAIN
				|| (part.policy() == DeletionPolicy.RETAIN_EXCEPT_ON_CREATE && !this.rollback);
	}

}

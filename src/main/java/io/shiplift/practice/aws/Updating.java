package io.shiplift.practice.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.practice.Fate;

/**
 * Lays down the course of a change to a stack that stands: one resource after the other,
 * and what is no longer wanted goes last. If it fails, all is put back.
 */
final class Updating {

	private final Course course;

	private final List<Change> changes;

	private final List<Part> wanted;

	private final List<Part> standing;

	Updating(Course course, List<Change> changes, List<Part> wanted, List<Part> standing) {
		this.course = course;
		this.changes = changes;
		this.wanted = wanted;
		this.standing = standing;
	}

	/** The parts that there will be, and those that were there before. */
	List<Part> partsAfterwards() {
		List<String> kept = this.wanted.stream().map(Part::id).toList();
		List<Part> all = new ArrayList<>(this.wanted);
		this.standing.stream().filter((part) -> !kept.contains(part.id())).forEach(all::add);
		return all;
	}

	List<Happening> planned(Fate fate) {
		this.course.stack(0, "UPDATE_IN_PROGRESS", Course.INITIATED);
		Map<String, Part> parts = Stream.concat(this.wanted.stream(), this.standing.stream())
			.collect(Collectors.toMap(Part::id, Function.identity(), (first, second) -> first));
		List<Change> coming = this.changes.stream().filter((change) -> change.action() != Action.REMOVE).toList();
		double at = 1;
		for (Change change : coming) {
			Part part = parts.getOrDefault(change.resource(), this.wanted.getFirst());
			boolean last = change == coming.getLast();
			String verb = (change.action() == Action.ADD) ? "CREATE" : "UPDATE";
			this.course.resource(at, part, verb + "_IN_PROGRESS", "");
			at += Durations.coming(part) / 2;
			if (last && fate == Fate.HANGS) {
				return this.course.inOrder();
			}
			if (last && fate == Fate.FAILS) {
				this.course.resource(at, part, verb + "_FAILED", "Practice fault: AWS could not do this");
				return takenBack(at, coming, parts);
			}
			this.course.resource(at, part, verb + "_COMPLETE", "");
		}
		return cleanedUp(at, parts);
	}

	private List<Happening> cleanedUp(double from, Map<String, Part> parts) {
		this.course.stack(from + 1, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "");
		double at = from + 1;
		for (Change change : this.changes) {
			Part part = parts.get(change.resource());
			if (change.action() == Action.REMOVE && part != null) {
				this.course.resource(at, part, "DELETE_IN_PROGRESS", "");
				at += Durations.going(part);
				this.course.resource(at, part, "DELETE_COMPLETE", "");
			}
		}
		this.course.stack(at + 1, "UPDATE_COMPLETE", "");
		return this.course.inOrder();
	}

	private List<Happening> takenBack(double from, List<Change> begun, Map<String, Part> parts) {
		this.course.stack(from + 1, "UPDATE_ROLLBACK_IN_PROGRESS", "The following resource(s) failed to update.");
		double at = from + 2;
		for (Change change : begun.reversed()) {
			Part part = parts.get(change.resource());
			if (part != null && change.action() == Action.MODIFY) {
				this.course.resource(at, part, "UPDATE_COMPLETE", "");
				at += 1;
			}
		}
		this.course.stack(at, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "");
		this.course.stack(at + 2, "UPDATE_ROLLBACK_COMPLETE", "");
		return this.course.inOrder();
	}

}

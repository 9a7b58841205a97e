package io.shiplift.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.aws.ChangeSets;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks;
import org.jspecify.annotations.Nullable;

/**
 * One stack in whatever state a test puts it, which writes down what it is asked for.
 */
final class ScriptedStacks implements Stacks, ChangeSets {

	final List<String> asked = new ArrayList<>();

	final List<Event> events = new ArrayList<>();

	final List<Resource> resources = new ArrayList<>();

	private @Nullable Stack stack;

	private @Nullable ChangeSet set;

	private String free = "";

	void stands(StackStatus status, Map<String, String> tags) {
		this.stack = new Stack("shiplift-w1-part", "arn:aws:cloudformation:stack/1", status, "Thing: no room.",
				Map.of("Out", "out"), tags);
	}

	/** The stack is gone, and only its id still leads to it. */
	void goes() {
		this.free = "shiplift-w1-part";
	}

	void holds(State state, Change... changes) {
		this.set = new ChangeSet("shiplift-w1-part", "", state, "No.", Map.of(), List.of(changes));
	}

	@Override
	public Optional<Stack> find(String nameOrId) {
		return nameOrId.equals(this.free) ? Optional.empty() : Optional.ofNullable(this.stack);
	}

	@Override
	public List<Resource> resources(String nameOrId) {
		return this.resources;
	}

	@Override
	public void create(Request request) {
		this.asked.add("create");
	}

	@Override
	public void delete(String name, String token) {
		this.asked.add("delete");
	}

	@Override
	public void continueRollback(String name, String token) {
		this.asked.add("continue");
	}

	@Override
	public List<Event> events(String nameOrId, @Nullable String afterId) {
		int from = (afterId != null) ? Integer.parseInt(afterId) : 0;
		return this.events.subList(from, this.events.size());
	}

	void happens(String resource, String status, String reason) {
		this.events
			.add(new Event(Integer.toString(this.events.size() + 1), Instant.EPOCH, resource, "T::T", status, reason));
	}

	@Override
	public ChangeSets changes() {
		return this;
	}

	@Override
	public void propose(String name, Request request) {
		this.asked.add("propose");
	}

	@Override
	public Optional<ChangeSet> find(String name, String changeSet) {
		return Optional.ofNullable(this.set)
			.map((found) -> new ChangeSet(name, changeSet, found.state(), found.reason(), found.tags(),
					found.changes()));
	}

	@Override
	public void execute(String name, String changeSet, String token) {
		this.asked.add("execute");
	}

	@Override
	public void discard(String name, String changeSet, String token) {
		this.asked.add("discard");
	}

}

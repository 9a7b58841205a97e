package io.shiplift.preview;

import java.util.List;
import java.util.Optional;

import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.aws.ChangeSets.ChangeSet;
import io.shiplift.aws.ChangeSets.Replacement;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Stacks.OnFailure;
import io.shiplift.aws.Stacks.Request;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.preview.StackPreview.State;
import io.shiplift.step.Blueprint;

/**
 * Looks at one stack of an account, asks what a change would do to it, and clears that
 * question away again.
 */
record StackLooks(Stacks stacks, String migrationId) {

	private static final String SETTINGS = "shiplift:settings";

	StackPreview look(String title, Blueprint blueprint) {
		try {
			return looked(title, blueprint);
		}
		catch (OutsideProblem ex) {
			return preview(title, blueprint, State.UNREACHED, ex.getMessage(), byTemplate(blueprint));
		}
	}

	private StackPreview looked(String title, Blueprint blueprint) {
		Optional<Stack> stack = this.stacks.find(blueprint.stack());
		if (stack.filter(this::foreign).isPresent()) {
			return preview(title, blueprint, State.REFUSED,
					"A stack of this name exists already and does not belong to this migration.", List.of());
		}
		if (stack.filter((standing) -> same(standing, blueprint)).isPresent()) {
			return preview(title, blueprint, State.SAME, "", List.of());
		}
		if (!blueprint.complete()) {
			return byTemplate(title, blueprint);
		}
		return this.stacks.changes()
			.find(blueprint.stack(), blueprint.changeSet())
			.map((set) -> of(title, blueprint, set))
			.orElseGet(() -> preview(title, blueprint, State.UNASKED, "", byTemplate(blueprint)));
	}

	/** What the template alone tells. */
	static StackPreview byTemplate(String title, Blueprint blueprint) {
		return preview(title, blueprint, State.LATER, "", byTemplate(blueprint));
	}

	private static StackPreview of(String title, Blueprint blueprint, ChangeSet set) {
		return switch (set.state()) {
			case WORKING, USED -> preview(title, blueprint, State.WORKING, "", byTemplate(blueprint));
			case READY -> preview(title, blueprint, State.READY, "", set.changes());
			case EMPTY, CARRIED_OUT -> preview(title, blueprint, State.EMPTY, "", List.of());
			case REFUSED -> preview(title, blueprint, State.REFUSED, set.reason(), List.of());
		};
	}

	/** Asks, unless it stands as wanted or something is under way. */
	boolean ask(Blueprint blueprint) {
		Stack stack = this.stacks.find(blueprint.stack()).orElse(null);
		boolean free = stack == null || stack.status() == StackStatus.REVIEW_IN_PROGRESS || stack.status().stands();
		if (!blueprint.complete() || !free || (stack != null && (foreign(stack) || same(stack, blueprint)))
				|| this.stacks.changes().find(blueprint.stack(), blueprint.changeSet()).isPresent()) {
			return false;
		}
		this.stacks.changes()
			.propose(blueprint.changeSet(),
					new Request(blueprint.stack(), new Template(blueprint.template()), blueprint.parameters(),
							blueprint.tags(), blueprint.changeSet() + "-preview",
							blueprint.keptOnFailure() ? OnFailure.DO_NOTHING : OnFailure.ROLLBACK));
		return true;
	}

	/** Leaves neither the changes nor a stack that is only under review. */
	void discard(Blueprint blueprint) {
		Stack stack = this.stacks.find(blueprint.stack()).orElse(null);
		if (stack == null || foreign(stack)) {
			return;
		}
		if (this.stacks.changes().find(blueprint.stack(), blueprint.changeSet()).isPresent()) {
			this.stacks.changes().discard(blueprint.stack(), blueprint.changeSet(), blueprint.changeSet() + "-discard");
		}
		if (stack.status() == StackStatus.REVIEW_IN_PROGRESS) {
			this.stacks.delete(blueprint.stack(), blueprint.changeSet() + "-delete");
		}
	}

	private boolean foreign(Stack stack) {
		return !this.migrationId.equals(stack.tags().get("shiplift:migration"));
	}

	private static boolean same(Stack stack, Blueprint blueprint) {
		return stack.status().stands()
				&& blueprint.tags().getOrDefault(SETTINGS, "").equals(stack.tags().get(SETTINGS));
	}

	private static List<Change> byTemplate(Blueprint blueprint) {
		return new Template(blueprint.template()).resources(blueprint.parameters())
			.stream()
			.map((resource) -> new Change(Action.ADD, resource.id(), resource.type(), "", Replacement.NO, List.of()))
			.toList();
	}

	private static StackPreview preview(String title, Blueprint blueprint, State state, String reason,
			List<Change> changes) {
		return new StackPreview(title, blueprint, state, reason, changes);
	}

}

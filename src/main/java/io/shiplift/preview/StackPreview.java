package io.shiplift.preview;

import java.util.List;

import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.aws.ChangeSets.Replacement;
import io.shiplift.aws.Precious;
import io.shiplift.step.Blueprint;

/**
 * One stack before it is built or changed: what would happen to its resources, as AWS
 * says or, before AWS can be asked, as the template says.
 */
public record StackPreview(String title, Blueprint blueprint, State state, String reason, List<Change> changes) {

	/** What would be lost, in words. */
	public List<String> losses() {
		return this.changes.stream().flatMap((change) -> Precious.loss(change).stream()).toList();
	}

	/** What happens to the stack as a whole. */
	public String verb() {
		boolean fresh = this.changes.stream().allMatch((change) -> change.action() == Action.ADD);
		return switch (this.state) {
			case SAME, EMPTY -> "stays as it is";
			case WORKING -> "is being worked out by AWS";
			case REFUSED -> "would be refused by AWS";
			case UNREACHED -> "could not be looked at";
			case LATER, UNASKED, READY -> fresh ? "create" : "change";
		};
	}

	/** What happens to one resource, in a word. */
	public static String word(Change change) {
		return switch (change.replacement()) {
			case YES -> "replace";
			case PERHAPS -> (change.action() == Action.MODIFY) ? "change, perhaps replace" : change.action().word();
			case NO -> change.action().word();
		};
	}

	/** Whether somebody should look twice. */
	public static boolean grave(Change change) {
		return change.action() == Action.REMOVE || change.replacement() != Replacement.NO;
	}

	/** How much is known. */
	public enum State {

		/** Its parameters come from stacks that do not stand yet. */
		LATER,

		/** AWS was not asked yet. */
		UNASKED,

		/** AWS works it out. */
		WORKING,

		/** AWS said what would happen. */
		READY,

		/** It stands as planned. */
		SAME,

		/** Nothing would change. */
		EMPTY,

		/** AWS would not do it. */
		REFUSED,

		/** AWS could not be asked. */
		UNREACHED

	}

}

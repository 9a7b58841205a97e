package io.shiplift.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes to a stack that are worked out first, looked at by people, and then carried out
 * or thrown away. For a stack that does not exist yet one is made that is only under
 * review and has no resources.
 */
public interface ChangeSets {

	/** Starts to work out what a request would change; repeatable with the same name. */
	void propose(String name, Stacks.Request request);

	Optional<ChangeSet> find(String stack, String name);

	/** Starts to carry the changes out; repeatable with the same token. */
	void execute(String stack, String name, String token);

	/** Throws the changes away; repeatable. A stack under review stays. */
	void discard(String stack, String name, String token);

	/**
	 * A set of changes as it stands; {@code reason} says why AWS refused it, if it did.
	 */
	record ChangeSet(String stack, String name, State state, String reason, Map<String, String> tags,
			List<Change> changes) {

	}

	/** What would happen to one resource; {@code causes} are properties that differ. */
	record Change(Action action, String resource, String type, String physicalId, Replacement replacement,
			List<String> causes) {

		/** Whether the resource that stands now would go, or perhaps go. */
		public boolean loses() {
			return this.action == Action.REMOVE || this.replacement != Replacement.NO;
		}

	}

	/** The states of a change set that lead to different next actions. */
	enum State {

		/** Still being worked out. */
		WORKING,

		/** Can be carried out. */
		READY,

		/** Nothing would change. */
		EMPTY,

		/** The request does not fit. */
		REFUSED,

		/** Carried out. */
		CARRIED_OUT,

		/** Being carried out, failed, or overtaken by another change. */
		USED

	}

	/** What happens to a resource. */
	enum Action {

		/** It is made. */
		ADD("create"),

		/** It is changed. */
		MODIFY("change"),

		/** It is deleted. */
		REMOVE("delete"),

		/** Something else, such as taken over from elsewhere. */
		OTHER("take over");

		private final String word;

		Action(String word) {
			this.word = word;
		}

		/** What people read. */
		public String word() {
			return this.word;
		}

	}

	/** Whether a change makes a resource anew and deletes the old one. */
	enum Replacement {

		/** It stays. */
		NO,

		/** That shows only when it happens. */
		PERHAPS,

		/** It is made anew. */
		YES

	}

}

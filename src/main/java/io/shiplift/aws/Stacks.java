package io.shiplift.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * CloudFormation stacks, one for each step that builds something static. A stack is found
 * by its name as long as there is one, and by its id even when it is gone.
 */
public interface Stacks {

	Optional<Stack> find(String nameOrId);

	/** The resources of a stack as far as they were begun. */
	List<Resource> resources(String nameOrId);

	/** Starts to create the stack; repeatable with the same token. */
	void create(Request request);

	/** Starts to delete the stack; repeatable, and nothing happens if it is gone. */
	void delete(String name, String token);

	/** Goes on with the way back from a change that got stuck. */
	void continueRollback(String name, String token);

	/** Events after the one given, oldest first. */
	List<Event> events(String nameOrId, @Nullable String afterId);

	/** What a request would change, worked out before anything happens. */
	ChangeSets changes();

	/** A stack to be made or changed; tags spread to its resources. */
	record Request(String name, Template template, Map<String, String> parameters, Map<String, String> tags,
			String token, OnFailure onFailure) {

		/** A stack that vanishes again if it cannot be made. */
		public Request(String name, Template template, Map<String, String> parameters, Map<String, String> tags,
				String token) {
			this(name, template, parameters, tags, token, OnFailure.ROLLBACK);
		}

	}

	/**
	 * A stack as it stands; {@code reason} is the first failing resource's, if any.
	 * Outputs are empty until they can be relied on.
	 */
	record Stack(String name, String id, StackStatus status, String reason, Map<String, String> outputs,
			Map<String, String> tags) {

		/** An output that the template promises. */
		public String output(String key) {
			String value = this.outputs.get(key);
			if (value == null) {
				throw new IllegalStateException("Stack " + this.name + " has no output " + key);
			}
			return value;
		}

	}

	/** A resource by its logical id; the status is CloudFormation's own word. */
	record Resource(String id, String type, String physicalId, String status, Instant since) {

		public boolean complete() {
			return this.status.equals("CREATE_COMPLETE") || this.status.equals("UPDATE_COMPLETE");
		}

		public boolean moving() {
			return this.status.endsWith("IN_PROGRESS");
		}

	}

	/** One event of a stack or of a resource in it. */
	record Event(String id, Instant at, String resource, String type, String status, String reason) {

		public boolean failed() {
			return this.status.endsWith("_FAILED");
		}

	}

	/** What becomes of a stack that could not be made. */
	enum OnFailure {

		/** What was made is removed. */
		ROLLBACK("removed what it had made"),

		/** What was made stays, to be looked at, until a person tries again. */
		DO_NOTHING("left what it had made, to be looked at");

		private final String words;

		OnFailure(String words) {
			this.words = words;
		}

		/** What AWS did after the failure, in words. */
		public String words() {
			return this.words;
		}

	}

}

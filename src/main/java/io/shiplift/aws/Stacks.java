package io.shiplift.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * CloudFormation stacks, one for each step that builds something static.
 */
public interface Stacks {

	Optional<Stack> find(String name);

	/** Starts to create the stack; repeatable with the same token. */
	void create(Request request);

	/** Starts to delete the stack; repeatable, and nothing happens if it is gone. */
	void delete(String name, String token);

	/** Events after the one given, oldest first. */
	List<Event> events(String name, @Nullable String afterId);

	/** A stack to be made; tags spread to its resources. */
	record Request(String name, Template template, Map<String, String> parameters, Map<String, String> tags,
			String token) {

	}

	/** A stack as it stands; {@code reason} is the first failing resource's, if any. */
	record Stack(String name, Status status, String reason, Map<String, String> outputs, Map<String, String> tags,
			int resourcesComplete, int resourcesExpected) {

		/** An output that the template promises. */
		public String output(String key) {
			String value = this.outputs.get(key);
			if (value == null) {
				throw new IllegalStateException("Stack " + this.name + " has no output " + key);
			}
			return value;
		}

	}

	/** One event of a stack or of a resource in it. */
	record Event(String id, Instant at, String resource, String type, String status, String reason) {

	}

	/** The states of a stack that lead to different next actions. */
	enum Status {

		/** Being created. */
		CREATE_IN_PROGRESS,

		/** Created: outputs can be read. */
		CREATE_COMPLETE,

		/** A resource failed; what was made is being removed. */
		ROLLBACK_IN_PROGRESS,

		/** Creation failed and was undone; only deletion leads on. */
		ROLLBACK_COMPLETE,

		/** Being deleted. */
		DELETE_IN_PROGRESS,

		/** Deletion stopped at a resource. */
		DELETE_FAILED;

		public boolean moving() {
			return name().endsWith("IN_PROGRESS");
		}

	}

}

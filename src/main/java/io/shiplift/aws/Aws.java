package io.shiplift.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One AWS account in one region, in our words, grouped by service. Every call may throw
 * {@link io.shiplift.outside.OutsideProblem}. Nothing here waits: what takes time is
 * started, and looked at again.
 */
public interface Aws {

	Identity identity();

	Stacks stacks();

	Certificates certificates();

	Secrets secrets();

	Objects objects();

	Applications applications();

	Commands commands();

	/** Whatever carries the tag of a migration and still exists. */
	List<Leftover> leftovers(String migrationId);

	/**
	 * Who we are, and what preflight found missing: permissions, quotas, name clashes.
	 */
	record Identity(String accountId, String principal, List<String> problems) {

	}

	/**
	 * A resource that still exists; {@code keptBecause} is empty if nothing explains it.
	 */
	record Leftover(String type, String name, String keptBecause) {

	}

	/** Secrets Manager: named secrets, referred to by ARN. */
	interface Secrets {

		Optional<String> find(String name);

		/** Creates the secret or gives it a new value; answers with its ARN. */
		String put(String name, String value, Map<String, String> tags, String token);

		String read(String arn);

		void delete(String name, String token);

	}

	/** S3 objects of the migration's own bucket. */
	interface Objects {

		boolean exists(String bucket, String key);

		void put(String bucket, String key, byte[] content, String token);

		/** Deletes every object of a bucket that this product put there. */
		void empty(String bucket, String token);

	}

	/** One-off commands inside the application's environment. */
	interface Commands {

		/** Finds a command started under this token. */
		Optional<CommandState> find(String token);

		void start(String environment, List<String> command, String token);

		/** A command: {@code exitCode} is negative while it runs. */
		record CommandState(int exitCode, String lastLine) {

			public boolean running() {
				return this.exitCode < 0;
			}

		}

	}

}

package io.shiplift.mover;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line that the mover prints. The text is a sentence for people; {@code done} and
 * {@code total} are bytes of the phase; a phase that ends says its {@code millis}.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Line(Kind kind, String phase, String text, @Nullable String table, long done, long total, long rows,
		long millis, @Nullable JsonNode result) {

	/**
	 * What a line is about.
	 */
	public enum Kind {

		/** The mover has begun; {@code done} is the number of its process. */
		STARTED,

		/** A phase begins. */
		BEGIN,

		/** Some of a phase is done. */
		ITEM,

		/** Something to know that does not stop the job. */
		WARNING,

		/** A phase ended. */
		END,

		/** The job is done; the last line, with its result. */
		DONE,

		/** The job could not be done; the last line. */
		FAILED

	}

}

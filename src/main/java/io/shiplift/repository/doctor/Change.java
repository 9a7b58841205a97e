package io.shiplift.repository.doctor;

import java.util.List;

/**
 * A change of one file.
 */
sealed interface Change {

	String path();

	/** Lines at the end of a file, and the modules they need. */
	record Append(String path, List<String> imports, String body) implements Change {

	}

	/** One line that reads otherwise; lines count from 1. */
	record Replace(String path, int line, String text) implements Change {

	}

}

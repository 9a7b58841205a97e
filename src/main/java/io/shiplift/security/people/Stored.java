package io.shiplift.security.people;

import org.jspecify.annotations.Nullable;

/**
 * Reads the id of a row that was stored.
 */
final class Stored {

	private Stored() {
	}

	static long id(@Nullable Long id) {
		if (id == null) {
			throw new IllegalStateException("Not stored yet");
		}
		return id;
	}

}

package io.shiplift.plan;

import java.util.List;

/**
 * A plan was asked for while questions are still open.
 */
public class OpenQuestions extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> keys;

	OpenQuestions(List<String> keys, List<String> titles) {
		super("These questions are still open: " + String.join(" ", titles));
		this.keys = List.copyOf(keys);
	}

	/** Keys of the open questions, in order. */
	public List<String> keys() {
		return this.keys;
	}

}

package io.shiplift.repository.tree;

import java.io.IOException;

/**
 * Code that is not taken in; the message says why and what to do.
 */
public class TooMuch extends IOException {

	private static final long serialVersionUID = 1L;

	public TooMuch(String message) {
		super(message);
	}

}

package io.shiplift.data;

import java.util.Objects;

/**
 * What somebody typed is not the address of a database. The message says what to do and
 * repeats nothing that could be a password.
 */
public class InvalidAddress extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public InvalidAddress(String message) {
		super(message);
	}

	@Override
	public String getMessage() {
		return Objects.requireNonNull(super.getMessage());
	}

}

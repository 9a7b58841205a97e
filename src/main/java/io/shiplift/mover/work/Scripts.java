package io.shiplift.mover.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * SQL that lies beside the classes which ask it.
 */
public final class Scripts {

	private Scripts() {
	}

	public static String read(Class<?> beside, String name) {
		try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same for a script that goes on after {@code plain}, the types whose binary
	 * values are the same in every database.
	 */
	public static String afterPlainTypes(Class<?> beside, String name) {
		return read(Scripts.class, "plain.sql") + read(beside, name);
	}

}

package io.shiplift.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A CloudFormation template, stored beside the step that uses it.
 */
public record Template(String text) {

	/**
	 * Reads the template that lies in the same package as its step.
	 */
	public static Template of(Class<?> owner, String fileName) {
		try (InputStream in = owner.getResourceAsStream(fileName)) {
			return new Template(
					new String(Objects.requireNonNull(in, fileName).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.shiplift.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What RDS for PostgreSQL offers in some version, or what need not be there.
 */
public final class RdsExtensions {

	private static final Set<String> OFFERED = read();

	private RdsExtensions() {
	}

	public static boolean offered(String extension) {
		return OFFERED.contains(extension);
	}

	private static Set<String> read() {
		try (InputStream list = RdsExtensions.class.getResourceAsStream("rds-extensions.txt")) {
			return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8).lines()
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.shiplift.security.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, written one way.
 */
public record Email(String value) {

	private static final Pattern SHAPE = Pattern
		.compile("[^\\s@\"<>,;:\\p{Cntrl}]{1,64}@[^\\s@\"<>,;:\\p{Cntrl}]{1,189}");

	/** Reads what a person typed: spaces around it and capitals do not matter. */
	public static Optional<Email> of(String typed) {
		String value = typed.strip().toLowerCase(Locale.ROOT);
		return SHAPE.matcher(value).matches() ? Optional.of(new Email(value)) : Optional.empty();
	}

}

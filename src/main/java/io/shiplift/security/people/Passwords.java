package io.shiplift.security.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What makes a password good enough: length, and not being one that everybody tries. No
 * rules about kinds of characters.
 */
@Component
public class Passwords {

	/** The fewest characters of a password. */
	public static final int SHORTEST = 12;

	/** The most characters of a password. */
	public static final int LONGEST = 128;

	private static final Set<String> COMMON = common();

	private final PasswordEncoder encoder;

	Passwords(PasswordEncoder encoder) {
		this.encoder = encoder;
	}

	/** Says what is wrong with a new password, if anything. */
	public Optional<String> problem(String password, String... about) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return Optional.of("The password must have at least " + SHORTEST + " characters");
		}
		if (length > LONGEST) {
			return Optional.of("The password must have at most " + LONGEST + " characters");
		}
		if (isEasy(password.toLowerCase(Locale.ROOT), about)) {
			return Optional.of("This password is too easy to guess. Three or four random words make a good one");
		}
		return Optional.empty();
	}

	public boolean matches(String password, String hash) {
		return password.length() <= 2 * LONGEST && this.encoder.matches(password, hash);
	}

	String hash(String password) {
		String hash = this.encoder.encode(password);
		if (hash == null) {
			throw new IllegalStateException("The encoder gave no hash");
		}
		return hash;
	}

	private static boolean isEasy(String password, String... about) {
		if (COMMON.contains(password) || password.chars().distinct().count() < 5) {
			return true;
		}
		for (String known : about) {
			if (!known.isBlank() && password.equals(known.strip().toLowerCase(Locale.ROOT))) {
				return true;
			}
		}
		return false;
	}

	private static Set<String> common() {
		try (InputStream stream = Passwords.class.getResourceAsStream("common-passwords.txt")) {
			if (stream == null) {
				throw new IllegalStateException("common-passwords.txt is missing");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}

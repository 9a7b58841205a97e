package io.shiplift.aws.sdk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tokens as the services want them, derived from ours: the same call gets the same token
 * whoever makes it and however often.
 */
final class Tokens {

	private Tokens() {
	}

	/** Letters and digits, as many as wanted and 64 at most. */
	static String of(int length, String... parts) {
		return digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)).substring(0, length);
	}

	/** The SHA-256 in hexadecimal digits. */
	static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package io.shiplift.practice.aws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The account and region that one practice world has, and the identifiers things get
 * there: always the same for the same thing.
 */
record Place(String world, String region) {

	String account() {
		return digits("account", 12);
	}

	/** An ARN of a thing in this account and region. */
	String arn(String service, String thing) {
		return "arn:aws:%s:%s:%s:%s".formatted(service, this.region, account(), thing);
	}

	/** An ARN of a thing that belongs to no region. */
	String globalArn(String service, String thing) {
		return "arn:aws:%s::%s:%s".formatted(service, account(), thing);
	}

	/** Hexadecimal digits that belong to a thing of this name. */
	String hex(String thing, int length) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((this.world + "/" + thing).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, length);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String digits(String thing, int length) {
		long number = Long.parseLong(hex(thing, 13), 16);
		return Long.toString(100_000_000_000L + number % 900_000_000_000L).substring(0, length);
	}

}

package io.shiplift.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint of a plan: SHA-256 of its canonical JSON, in lower-case hexadecimal.
 * Approvals name it, so that a changed plan is noticed.
 */
public final class PlanHash {

	private PlanHash() {
	}

	public static String of(Plan plan) {
		return of(CanonicalJson.of(plan));
	}

	/** The fingerprint of a plan that was stored as canonical JSON. */
	public static String of(String canonicalJson) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonicalJson.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}

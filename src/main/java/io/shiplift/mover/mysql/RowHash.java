package io.shiplift.mover.mysql;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.shiplift.mover.MoverProblem;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows and adds up their hashes, so that their order does not matter.
 */
final class RowHash {

	private final MessageDigest digest = digest();

	private final byte[] length = new byte[4];

	private long rows;

	private long high;

	private long low;

	/** The hash of one row, added to the others. */
	byte[] add(byte[] @Nullable [] values) {
		byte[] hash = of(values);
		ByteBuffer halves = ByteBuffer.wrap(hash);
		long upper = halves.getLong();
		long lower = halves.getLong();
		this.low += lower;
		this.high += upper + ((Long.compareUnsigned(this.low, lower) < 0) ? 1 : 0);
		this.rows++;
		return hash;
	}

	/** Each value goes in with its length, so that none runs into the next. */
	byte[] of(byte[] @Nullable [] values) {
		for (byte @Nullable [] value : values) {
			ByteBuffer.wrap(this.length).putInt((value != null) ? value.length : -1);
			this.digest.update(this.length);
			if (value != null) {
				this.digest.update(value);
			}
		}
		return this.digest.digest();
	}

	long rows() {
		return this.rows;
	}

	/** The sum, of 128 bits. */
	BigInteger sum() {
		return new BigInteger(1, ByteBuffer.allocate(16).putLong(this.high).putLong(this.low).array());
	}

	static byte[] md5(byte[] value) {
		return digest().digest(value);
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("MD5");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new MoverProblem("Every Java has MD5.", ex);
		}
	}

}

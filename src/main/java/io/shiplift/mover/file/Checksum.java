package io.shiplift.mover.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of files.
 */
public final class Checksum {

	private Checksum() {
	}

	/** In hexadecimal digits. */
	public static String of(Path file) {
		MessageDigest digest = sha256();
		try (InputStream stream = Files.newInputStream(file)) {
			byte[] block = new byte[1 << 16];
			for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
				digest.update(block, 0, count);
			}
			return hex(digest);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An empty one. */
	public static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static String hex(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

}

package io.shiplift.mover;

import org.jspecify.annotations.Nullable;

/**
 * A backup file: either one on this machine or one that is fetched. Size in bytes and
 * SHA-256 are those that it must have, if they are known; the size is 0 otherwise. Who
 * knows the address of a file can read it, so it is as secret as a password.
 */
public record Backup(@Nullable String file, @Nullable String url, long bytes, @Nullable String sha256) {

	public static Backup at(String file, String sha256) {
		return new Backup(file, null, 0, sha256);
	}

	/** Without the address. */
	@Override
	public String toString() {
		return (this.file != null) ? this.file : "a backup at an address";
	}

}

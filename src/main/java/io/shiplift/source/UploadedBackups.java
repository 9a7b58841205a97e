package io.shiplift.source;

import java.io.InputStream;

import io.shiplift.data.BackupFiles;

import org.springframework.stereotype.Component;

/**
 * Keeps backup files that people upload, and says at once what is wrong with one.
 */
@Component
public class UploadedBackups {

	private final BackupFiles files;

	UploadedBackups(BackupFiles files) {
		this.files = files;
	}

	public Outcome keep(String migrationId, InputStream content) {
		try {
			return new Kept(this.files.keep(migrationId, content));
		}
		catch (BackupFiles.InvalidBackup ex) {
			return new Refused(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * What became of an upload.
	 */
	public sealed interface Outcome {

	}

	/** It is kept under its SHA-256. */
	public record Kept(String sha256) implements Outcome {

	}

	/** It is not kept; a sentence says why and what to do. */
	public record Refused(String why) implements Outcome {

	}

}

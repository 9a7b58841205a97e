package io.shiplift.practice.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether other processes use the same directory. The operating system forgets a
 * process that was killed.
 */
final class Sharing {

	private final Path file;

	private @Nullable FileChannel channel;

	Sharing(Path directory) {
		this.file = directory.resolve("in-use");
	}

	synchronized void join() {
		if (this.channel != null) {
			return;
		}
		try {
			Files.createDirectories(this.file.getParent());
			FileChannel opened = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			this.channel = opened;
			lock(opened, true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Leaves, and answers whether this process had joined and nobody else is left. */
	synchronized boolean leaveAsLast() {
		FileChannel opened = this.channel;
		if (opened == null) {
			return false;
		}
		this.channel = null;
		try {
			opened.close();
			return aloneNow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean aloneNow() throws IOException {
		try (FileChannel alone = FileChannel.open(this.file, StandardOpenOption.WRITE)) {
			return lock(alone, false);
		}
	}

	/** Another part of this very process may hold the lock, too. */
	private static boolean lock(FileChannel channel, boolean shared) throws IOException {
		try {
			FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

}

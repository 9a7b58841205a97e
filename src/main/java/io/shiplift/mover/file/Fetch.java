package io.shiplift.mover.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.work.Report;

/**
 * Fetches a file. Where the connection breaks it goes on from the byte it had reached;
 * what is there at the end has the size that was promised.
 */
final class Fetch {

	private static final int TRIES = 6;

	private static final int BLOCK = 1 << 16;

	private static final long SAID_EVERY = 16 << 20;

	private final Address address;

	private final Path file;

	private final Report report;

	private MessageDigest digest = Checksum.sha256();

	private long have;

	private long size;

	private long unsaid;

	private String tag = "";

	/** The size is 0 if it is not known. */
	Fetch(String url, long size, Path file, Report report) {
		this.address = new Address(url);
		this.size = size;
		this.file = file;
		this.report = report;
	}

	/** Answers the SHA-256 of what came. */
	String run() {
		this.report.begin("fetch", "Fetching the backup from " + this.address.server(), this.size);
		IOException last = new IOException("no answer");
		for (int attempt = 1; attempt <= TRIES; attempt++) {
			try {
				fetch();
				return Checksum.hex(this.digest);
			}
			catch (IOException ex) {
				last = ex;
				this.report.warning("The connection to " + this.address.server() + " broke after "
						+ Report.amount(this.have) + "; going on from there.");
				pause(attempt);
			}
		}
		throw new MoverProblem("The backup could not be fetched from " + this.address.server() + ": it stopped " + TRIES
				+ " times, after " + Report.amount(this.have) + " (" + last.getClass().getSimpleName()
				+ "). Check the network, then try again.");
	}

	private void fetch() throws IOException {
		HttpURLConnection answer = this.address.open(this.have, this.tag);
		try {
			int status = answer.getResponseCode();
			if (status == 416 && this.have == this.size) {
				return;
			}
			refuse(status);
			if (status == 200) {
				startAnew(answer);
			}
			else if (!Objects.requireNonNullElse(answer.getHeaderField("Content-Range"), "")
				.startsWith("bytes " + this.have + "-")) {
				throw new IOException("another part than was asked for");
			}
			receive(answer);
		}
		finally {
			answer.disconnect();
		}
	}

	private void startAnew(HttpURLConnection answer) throws IOException {
		long length = answer.getContentLengthLong();
		if (this.size > 0 && length >= 0 && length != this.size) {
			throw new MoverProblem("The backup at " + this.address.server() + " has " + length + " bytes, but "
					+ this.size + " were expected. Make the backup again.");
		}
		this.size = Math.max(this.size, length);
		this.tag = Objects.requireNonNullElse(answer.getHeaderField("ETag"), "");
		this.digest = Checksum.sha256();
		this.have = 0;
		Files.deleteIfExists(this.file);
		long free = Files.getFileStore(this.file.toAbsolutePath().getParent()).getUsableSpace();
		if (this.size > free) {
			throw new MoverProblem("The backup has " + Report.amount(this.size) + ", but only " + Report.amount(free)
					+ " are free here. Make room, then try again.");
		}
		this.report.begin("fetch", "Fetching " + Report.amount(this.size), this.size);
	}

	private void receive(HttpURLConnection answer) throws IOException {
		try (InputStream from = answer.getInputStream();
				OutputStream to = Files.newOutputStream(this.file, StandardOpenOption.CREATE,
						StandardOpenOption.APPEND)) {
			byte[] block = new byte[BLOCK];
			for (int count = from.read(block); count >= 0; count = from.read(block)) {
				write(to, block, count);
				say(count, SAID_EVERY);
			}
		}
		say(0, 1);
		if (this.have < this.size) {
			throw new IOException("it ended early");
		}
		if (this.size > 0 && this.have > this.size) {
			throw new MoverProblem("More came from " + this.address.server() + " than was promised. Try again.");
		}
	}

	private void write(OutputStream to, byte[] block, int count) {
		try {
			to.write(block, 0, count);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.digest.update(block, 0, count);
		this.have += count;
	}

	private void say(int count, long least) {
		this.unsaid += count;
		if (this.unsaid >= least) {
			this.report.item("Fetched " + Report.amount(this.have), null, this.unsaid, 0);
			this.unsaid = 0;
		}
	}

	private void refuse(int status) {
		switch (status) {
			case 200, 206 -> {
			}
			case 401, 403, 404, 410 -> throw new MoverProblem("The link to the backup does not work any more (" + status
					+ "): such links last an hour. Ask for a new one and try again.");
			default -> throw new MoverProblem(
					"The server " + this.address.server() + " answered " + status + ". Try again in a minute.");
		}
	}

	private static void pause(int seconds) {
		try {
			new CountDownLatch(1).await(seconds * 200L, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MoverProblem("The mover was interrupted.", ex);
		}
	}

}

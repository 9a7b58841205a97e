package io.shiplift.repository.tree;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Counts what arrives and stops when it is too much.
 */
public class Counting extends FilterInputStream {

	private final Limits limits;

	private long count;

	private boolean failed;

	public Counting(InputStream in, Limits limits) {
		super(in);
		this.limits = limits;
	}

	@Override
	public int read() throws IOException {
		int read = guarded(() -> super.read());
		counted((read >= 0) ? 1 : 0);
		return read;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = guarded(() -> super.read(target, offset, length));
		counted(Math.max(0, read));
		return read;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	long count() {
		return this.count;
	}

	/** Whether the source itself broke off. */
	boolean failed() {
		return this.failed;
	}

	private int guarded(Reading reading) throws IOException {
		try {
			return reading.read();
		}
		catch (IOException ex) {
			this.failed = true;
			throw ex;
		}
	}

	private void counted(int more) throws TooMuch {
		this.count += more;
		if (this.count > this.limits.received()) {
			throw tooLarge(this.limits);
		}
	}

	/** What is said of something that is too large. */
	public static TooMuch tooLarge(Limits limits) {
		return new TooMuch(String.format(Locale.ROOT,
				"This is larger than %,d MB, which is all that is taken in. Leave out data, media and what is built.",
				Math.max(1, limits.received() / 1_000_000)));
	}

	/**
	 * One reading from the source.
	 */
	private interface Reading {

		int read() throws IOException;

	}

}

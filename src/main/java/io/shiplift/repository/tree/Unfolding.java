package io.shiplift.repository.tree;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches how much an archive unfolds to, and stops one that is made to flood.
 */
final class Unfolding {

	private static final long HARMLESS = 10_000_000;

	private final Counting arriving;

	private final Limits limits;

	private long unfolded;

	Unfolding(Counting arriving, Limits limits) {
		this.arriving = arriving;
		this.limits = limits;
	}

	/** The same stream, watched; whoever opened it closes it. */
	InputStream watch(InputStream content) {
		return new FilterInputStream(content) {

			@Override
			public int read() throws IOException {
				int read = super.read();
				count((read >= 0) ? 1 : 0);
				return read;
			}

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				int read = super.read(target, offset, length);
				count(Math.max(0, read));
				return read;
			}

			@Override
			public void close() {
				// the archive goes on behind this entry
			}

		};
	}

	private void count(int more) throws TooMuch {
		this.unfolded += more;
		boolean floods = this.unfolded > HARMLESS
				&& this.unfolded / this.limits.ratio() > Math.max(1, this.arriving.count());
		if (floods || this.unfolded > this.limits.unfolded()) {
			throw new TooMuch(
					"The archive unfolds to far more than an app needs, so reading stopped. Make it of the code only.");
		}
	}

}

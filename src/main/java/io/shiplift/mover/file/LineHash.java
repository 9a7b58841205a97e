package io.shiplift.mover.file;

/**
 * Counts lines of COPY and sums up their hashes, so that the order of rows does not
 * matter. Lines come in pieces of any size, as a row may be larger than memory.
 */
final class LineHash {

	private static final long BASIS = 0xcbf29ce484222325L;

	private static final long PRIME = 0x100000001b3L;

	/** As much as the seconds of a time with their fraction take. */
	private static final int RING = 16;

	private final byte[] ring = new byte[RING];

	private int place;

	private int zoneDigits;

	private boolean zoned;

	private long line = BASIS;

	private long sum;

	private long count;

	/** A part of a line, without its end. */
	void add(byte[] bytes, int from, int to) {
		long hash = this.line;
		for (int index = from; index < to; index++) {
			byte one = bytes[index];
			hash = (hash ^ (one & 0xff)) * PRIME;
			if (!this.zoned) {
				look(one);
			}
		}
		this.line = hash;
	}

	void end() {
		long hash = this.line;
		hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
		hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
		this.sum += hash ^ (hash >>> 33);
		this.count++;
		this.line = BASIS;
		this.zoneDigits = 0;
	}

	/** Forgets what was added of a line that is none. */
	void drop() {
		this.line = BASIS;
	}

	long count() {
		return this.count;
	}

	long sum() {
		return this.sum;
	}

	/** Whether a time of another zone than UTC was seen; then text is not comparable. */
	boolean zoned() {
		return this.zoned;
	}

	private void look(byte one) {
		if (this.zoneDigits > 0) {
			this.zoned = one > '0' && one <= '9';
			this.zoneDigits = (one == '0') ? this.zoneDigits - 1 : 0;
		}
		if ((one == '+' || one == '-') && afterTime()) {
			this.zoneDigits = 2;
		}
		this.ring[this.place++ & (RING - 1)] = one;
	}

	/** Whether a colon, two digits and perhaps a fraction came last. */
	private boolean afterTime() {
		int back = 1;
		while (back < 8 && digit(before(back))) {
			back++;
		}
		if (back > 1 && before(back) == '.') {
			back += 3;
			return digit(before(back - 1)) && digit(before(back - 2)) && before(back) == ':';
		}
		return back == 3 && before(back) == ':';
	}

	private byte before(int back) {
		return this.ring[(this.place - back) & (RING - 1)];
	}

	private static boolean digit(byte one) {
		return one >= '0' && one <= '9';
	}

}

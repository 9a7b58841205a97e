package io.shiplift.plan;

/**
 * What something costs in a month, in US cents: at the least, likely, and at the most.
 */
public record CentRange(long low, long likely, long high) {

	/** Nothing. */
	public static final CentRange ZERO = new CentRange(0, 0, 0);

	static CentRange of(long cents) {
		return new CentRange(cents, cents, cents);
	}

	CentRange plus(CentRange other) {
		return new CentRange(Math.addExact(this.low, other.low), Math.addExact(this.likely, other.likely),
				Math.addExact(this.high, other.high));
	}

	/** The likely figure in whole dollars. */
	public String dollars() {
		return Money.dollars(this.likely);
	}

	/** The least with cents. */
	public String exactLow() {
		return Money.exact(this.low);
	}

	/** The likely figure with cents. */
	public String exactLikely() {
		return Money.exact(this.likely);
	}

	/** The most with cents. */
	public String exactHigh() {
		return Money.exact(this.high);
	}

	/** From the least to the most, in whole dollars. */
	public String span() {
		return Money.dollars(this.low).equals(Money.dollars(this.high)) ? Money.dollars(this.low)
				: Money.dollars(this.low) + " to " + Money.dollars(this.high);
	}

}

package io.shiplift.plan;

import java.math.BigDecimal;
import java.util.Optional;

import io.shiplift.plan.PriceList.Price;

/**
 * How much of something is used in a month: at the least, likely, and at the most.
 */
record Amounts(BigDecimal low, BigDecimal likely, BigDecimal high) {

	private static final BigDecimal HOURS = BigDecimal.valueOf(PriceList.HOURS);

	/** An estimated price is this much lower or higher. */
	private static final BigDecimal DOUBT = new BigDecimal("0.1");

	static Amounts of(String low, String likely, String high) {
		return new Amounts(new BigDecimal(low), new BigDecimal(likely), new BigDecimal(high));
	}

	static Amounts exactly(long amount) {
		BigDecimal exact = BigDecimal.valueOf(amount);
		return new Amounts(exact, exact, exact);
	}

	/** So many of something all month long. */
	static Amounts hours(long count) {
		return exactly(count).times(HOURS);
	}

	Amounts times(BigDecimal factor) {
		return new Amounts(this.low.multiply(factor), this.likely.multiply(factor), this.high.multiply(factor));
	}

	Amounts times(long factor) {
		return times(BigDecimal.valueOf(factor));
	}

	/** The same with more at the most. */
	Amounts upTo(BigDecimal most) {
		return new Amounts(this.low, this.likely, most);
	}

	/** What is left when so much is free. */
	Amounts beyond(long free) {
		BigDecimal limit = BigDecimal.valueOf(free);
		return new Amounts(this.low.subtract(limit).max(BigDecimal.ZERO),
				this.likely.subtract(limit).max(BigDecimal.ZERO), this.high.subtract(limit).max(BigDecimal.ZERO));
	}

	/** What it costs; nothing if nobody knows the price. */
	Optional<CentRange> priced(Optional<Price> price) {
		return price.map((known) -> {
			BigDecimal doubt = known.estimated() ? DOUBT : BigDecimal.ZERO;
			return new CentRange(known.cents(this.low.multiply(BigDecimal.ONE.subtract(doubt))),
					known.cents(this.likely), known.cents(this.high.multiply(BigDecimal.ONE.add(doubt))));
		});
	}

	String words() {
		return plain(this.low).equals(plain(this.high)) ? plain(this.low)
				: plain(this.low) + ", likely " + plain(this.likely) + ", at most " + plain(this.high);
	}

	private static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

}

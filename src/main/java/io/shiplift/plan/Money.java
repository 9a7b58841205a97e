package io.shiplift.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * US cents as people read them. Sums are made of cents, never of rounded dollars.
 */
public final class Money {

	private Money() {
	}

	/** Whole dollars, half a dollar rounded up: $1,205. */
	public static String dollars(long cents) {
		return String.format(Locale.ROOT, "$%,d", whole(cents));
	}

	/** With cents: 1205.40. */
	public static String exact(long cents) {
		return BigDecimal.valueOf(cents, 2).toPlainString();
	}

	static int whole(long cents) {
		return BigDecimal.valueOf(cents, 2).setScale(0, RoundingMode.HALF_UP).intValueExact();
	}

}

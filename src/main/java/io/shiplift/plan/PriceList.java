package io.shiplift.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * List prices of AWS in one region, in US dollars, with their date and source. What the
 * region's own list lacks is estimated from us-east-1 by the region's factor, and says
 * so.
 */
record PriceList(String region, String date, String source, Map<String, String> prices) {

	/** Hours of a month, as AWS counts them. */
	static final int HOURS = 730;

	static final String BASE = "us-east-1";

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final Map<String, PriceList> LISTS = new ConcurrentHashMap<>();

	/** The list of a region that is offered. */
	static PriceList of(String region) {
		String known = Prices.standard().regions().stream().anyMatch((other) -> other.name().equals(region)) ? region
				: BASE;
		return LISTS.computeIfAbsent(known,
				(name) -> CanonicalJson.read(Destinations.read("prices/" + name + ".json"), PriceList.class));
	}

	/** The price of an item; empty if nobody knows one. */
	Optional<Price> price(String item) {
		if (this.prices.containsKey(item)) {
			return Optional.of(new Price(new BigDecimal(Objects.requireNonNull(this.prices.get(item))), false));
		}
		return Optional.ofNullable(of(BASE).prices().get(item))
			.map((base) -> new Price(new BigDecimal(base).multiply(factor()), true));
	}

	/** What a machine costs in a month, in whole dollars, with a sign. */
	String dollarsOfMonth(String machine) {
		return price(machine).map((price) -> Money.dollars(price.cents(BigDecimal.valueOf(HOURS))))
			.orElse("no price known");
	}

	private BigDecimal factor() {
		return BigDecimal.valueOf(Prices.standard().percent(this.region)).divide(HUNDRED);
	}

	/** A price of one unit; {@code estimated} if it is not from the region's own list. */
	record Price(BigDecimal dollars, boolean estimated) {

		/** So many units in cents, half a cent rounded up. */
		long cents(BigDecimal quantity) {
			return this.dollars.multiply(quantity).multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP).longValueExact();
		}

	}

}

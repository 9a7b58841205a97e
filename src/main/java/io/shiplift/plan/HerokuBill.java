package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceSnapshot;

/**
 * Today's bill of Heroku: dynos and add-ons at the prices that Heroku tells, dynos
 * otherwise at those of our table.
 */
class HerokuBill {

	private final Setting setting;

	private final Prices prices;

	HerokuBill(Setting setting, Prices prices) {
		this.setting = setting;
		this.prices = prices;
	}

	List<BillLine> lines() {
		List<BillLine> lines = new ArrayList<>();
		boolean pool = false;
		for (SourceApp.Process process : this.setting.app().processes()) {
			boolean eco = "eco".equalsIgnoreCase(process.size());
			if (process.quantity() > 0 && !(eco && pool)) {
				lines.add(dynos(process));
			}
			pool = pool || (eco && process.quantity() > 0);
		}
		this.setting.app().addOns().forEach((addOn) -> lines.add(addOn(addOn)));
		return List.copyOf(lines);
	}

	/** The part of the bill that an add-on belongs to. */
	static String part(SourceApp.AddOn addOn, AddOnFate.Kind kind) {
		return switch (addOn.service()) {
			case Destinations.POSTGRES -> "Database";
			case Destinations.REDIS -> "Cache";
			case "scheduler" -> "Timers";
			default -> (kind == AddOnFate.Kind.KEEP) ? "Kept" : "Other add-ons";
		};
	}

	/** What Heroku bills for it; empty if it names no price. */
	Optional<CentRange> price(SourceApp.AddOn addOn) {
		boolean unknown = this.setting.known()
			.services()
			.addOns()
			.stream()
			.anyMatch((detail) -> detail.addOn().equals(addOn.name()) && !detail.priced());
		return unknown ? Optional.empty() : Optional.of(CentRange.of(addOn.centsPerMonth()));
	}

	private BillLine dynos(SourceApp.Process process) {
		Optional<Long> told = told(process.size());
		Optional<Long> each = told.or(() -> this.prices.knownDyno(process.size()).map((dyno) -> (long) dyno.cents()));
		boolean eco = "eco".equalsIgnoreCase(process.size());
		String source = told.isPresent() ? "price read from Heroku"
				: each.isPresent() ? "price of our table, as Heroku told none" : "no price known";
		int count = eco ? 1 : process.quantity();
		return new BillLine("Processes", process.quantity() + " \u00d7 " + process.size() + " for " + process.type(),
				source + (eco ? "; Eco dynos share one price" : ""),
				each.map((cents) -> CentRange.of(cents * count)).orElse(null));
	}

	private Optional<Long> told(String size) {
		SourceSnapshot snapshot = this.setting.known().snapshot();
		return (snapshot != null) ? snapshot.platform()
			.sizes()
			.stream()
			.filter((known) -> known.name().equalsIgnoreCase(size) && known.priced())
			.map((known) -> (long) known.centsPerMonth())
			.findFirst() : Optional.empty();
	}

	private BillLine addOn(SourceApp.AddOn addOn) {
		AddOnFate.Kind kind = new AddOns(this.setting).chosen(addOn).orElse(AddOnFate.Kind.KEEP);
		if (addOn.shared()) {
			return new BillLine(part(addOn, kind), addOn.plan(), "billed to the app " + addOn.owner(), CentRange.ZERO);
		}
		Optional<CentRange> price = price(addOn);
		return new BillLine(part(addOn, kind), addOn.plan(),
				price.isPresent() ? "price read from Heroku" : "Heroku names no price", price.orElse(null));
	}

}

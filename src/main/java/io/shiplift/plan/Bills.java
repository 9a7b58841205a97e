package io.shiplift.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.AddOnFate.Kind;
import io.shiplift.plan.Destinations.Destination;

/**
 * Makes the bills of both sides for an app and the sizes it shall have.
 */
class Bills {

	private static final BigDecimal CENTS = BigDecimal.valueOf(100);

	private final Setting setting;

	private final HerokuBill heroku;

	private final AddOns addOns;

	Bills(Setting setting, Prices prices) {
		this.setting = setting;
		this.heroku = new HerokuBill(setting, prices);
		this.addOns = new AddOns(setting);
	}

	Bill of(String region, Plan.Sizes sizes, int secrets) {
		return of(region, sizes, secrets, Layout.of(this.setting, sizes));
	}

	Bill of(String region, Plan.Sizes sizes, int secrets, Layout layout) {
		List<BillLine> aws = new ArrayList<>(new AwsBill(region).of(sizes, secrets, layout));
		this.setting.app().addOns().forEach((addOn) -> besides(addOn, aws));
		PriceList list = PriceList.of(region);
		return new Bill(region, list.date(), list.source(), aws, this.heroku.lines());
	}

	/** What an add-on costs that this version does not build on AWS. */
	private void besides(SourceApp.AddOn addOn, List<BillLine> lines) {
		Kind kind = this.addOns.chosen(addOn).orElse(Kind.KEEP);
		if (addOn.shared() || kind == Kind.DROP || (kind == Kind.AWS && this.addOns.built(addOn))) {
			return;
		}
		String part = HerokuBill.part(addOn, kind);
		if (kind == Kind.KEEP) {
			lines.add(new BillLine(part,
					addOn.service() + (herokus(addOn) ? ", still at Heroku" : ", bought from its maker"),
					herokus(addOn) ? "its price at Heroku" : "its price at Heroku; the maker may ask another",
					this.heroku.price(addOn).orElse(null)));
			return;
		}
		String price = Destinations.standard().of(addOn.service()).map(Destination::price).orElse("");
		String target = this.addOns.target(addOn);
		lines.add(new BillLine(part, target.isEmpty() ? "What replaces " + addOn.service() : target,
				price.isEmpty() ? "no price known; you choose it" : "within what is counted above, or free",
				price.isEmpty() ? null : CentRange.of(new BigDecimal(price).multiply(CENTS).longValueExact())));
	}

	/** Whether it cannot be bought from anybody else. */
	private static boolean herokus(SourceApp.AddOn addOn) {
		return addOn.service().startsWith("heroku-");
	}

}

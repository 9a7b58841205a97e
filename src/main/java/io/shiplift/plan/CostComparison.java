package io.shiplift.plan;

import java.util.List;
import java.util.Locale;

import io.shiplift.plan.Plan.Cost;

/**
 * Both monthly bills side by side, with their sums and the difference in words. A rise is
 * said as plainly as a fall.
 */
public record CostComparison(List<Cost> lines, int aws, int heroku, String priceDate, boolean awsLowerBound,
		boolean herokuLowerBound) {

	public static CostComparison of(Plan plan) {
		int aws = plan.costs().stream().mapToInt(Cost::dollars).sum();
		int heroku = plan.costs().stream().mapToInt(Cost::heroku).sum();
		Bill bill = plan.mapping().bill();
		return (bill != null)
				? new CostComparison(plan.costs(), aws, heroku, bill.date(), bill.awsLowerBound(),
						bill.herokuLowerBound())
				: new CostComparison(plan.costs(), aws, heroku, Prices.standard().date(), false, false);
	}

	/** For example {@code $33 a month less (20 %)}. */
	public String difference() {
		int difference = this.aws - this.heroku;
		if (difference == 0) {
			return "the same as today";
		}
		String share = (this.heroku == 0) ? "" : " (" + Math.round(100.0 * Math.abs(difference) / this.heroku) + " %)";
		return String.format(Locale.ROOT, "$%,d a month %s%s", Math.abs(difference), (difference > 0) ? "more" : "less",
				share);
	}

	/** Length of a bar from 0 to 100, the longer bill being 100. */
	public int bar(int dollars) {
		int longest = Math.max(this.aws, this.heroku);
		return (longest == 0) ? 0 : Math.round(100f * dollars / longest);
	}

}

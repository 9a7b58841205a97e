package io.shiplift.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The monthly bills of AWS and of Heroku, line by line, with the price list they come
 * from. Each line is rounded to cents and sums are sums of lines.
 */
public record Bill(String region, String date, String source, List<BillLine> aws, List<BillLine> heroku) {

	public Bill {
		aws = List.copyOf(aws);
		heroku = List.copyOf(heroku);
	}

	public CentRange awsTotal() {
		return total(this.aws);
	}

	public CentRange herokuTotal() {
		return total(this.heroku);
	}

	/** Whether a line of AWS has no price, so that the sum is only a lower bound. */
	public boolean awsLowerBound() {
		return this.aws.stream().anyMatch((line) -> !line.priced());
	}

	/** Whether a line of Heroku has no price. */
	public boolean herokuLowerBound() {
		return this.heroku.stream().anyMatch((line) -> !line.priced());
	}

	/** The parts of both bills, in order. */
	public List<String> parts() {
		Set<String> parts = new LinkedHashSet<>();
		Stream.concat(this.aws.stream(), this.heroku.stream()).forEach((line) -> parts.add(line.part()));
		return List.copyOf(parts);
	}

	/**
	 * What a week costs in which both sides run, on top of one of them: the dearer one is
	 * taken.
	 */
	public long bothPerWeek() {
		long month = Math.max(awsTotal().likely(), herokuTotal().likely());
		return BigDecimal.valueOf(month)
			.multiply(BigDecimal.valueOf(12))
			.divide(BigDecimal.valueOf(52), 0, RoundingMode.HALF_UP)
			.longValueExact();
	}

	/** Both bills part by part in whole dollars, as older plans have them. */
	List<Plan.Cost> costs() {
		Map<String, String> what = new LinkedHashMap<>();
		parts().forEach((part) -> what.put(part, ""));
		this.heroku.forEach((line) -> what.put(line.part(), line.what()));
		List<BillLine> reversed = new ArrayList<>(this.aws).reversed();
		reversed.forEach((line) -> what.put(line.part(), line.what()));
		return what.entrySet()
			.stream()
			.map((part) -> new Plan.Cost(part.getKey(), part.getValue(), Money.whole(likely(this.aws, part.getKey())),
					Money.whole(likely(this.heroku, part.getKey()))))
			.filter((cost) -> cost.dollars() > 0 || cost.heroku() > 0)
			.toList();
	}

	/** What a part likely costs on AWS, in cents. */
	public long awsPart(String part) {
		return likely(this.aws, part);
	}

	/** What a part costs at Heroku, in cents. */
	public long herokuPart(String part) {
		return likely(this.heroku, part);
	}

	private static long likely(List<BillLine> lines, String part) {
		ToLongFunction<BillLine> likely = (line) -> line.amount().likely();
		return lines.stream().filter((line) -> line.part().equals(part)).mapToLong(likely).sum();
	}

	private static CentRange total(List<BillLine> lines) {
		return lines.stream().map(BillLine::amount).reduce(CentRange.ZERO, CentRange::plus);
	}

}

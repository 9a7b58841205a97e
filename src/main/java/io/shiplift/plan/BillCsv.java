package io.shiplift.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bills as a table for spreadsheets, in dollars and cents. A text that a spreadsheet
 * would take for a formula gets a mark before it.
 */
public final class BillCsv {

	private static final String HEAD = "Scenario,Side,Part,What,Made of,Low,Likely,High,Region,Prices of\r\n";

	private BillCsv() {
	}

	public static String of(List<Scenario> scenarios) {
		StringBuilder csv = new StringBuilder(HEAD);
		for (Scenario scenario : scenarios) {
			lines(csv, scenario, "AWS", scenario.bill().aws());
			total(csv, scenario, "AWS", scenario.bill().awsTotal(), scenario.bill().awsLowerBound());
		}
		if (!scenarios.isEmpty()) {
			Scenario first = scenarios.getFirst();
			lines(csv, first, "Heroku", first.bill().heroku());
			total(csv, first, "Heroku", first.bill().herokuTotal(), first.bill().herokuLowerBound());
		}
		return csv.toString();
	}

	private static void lines(StringBuilder csv, Scenario scenario, String side, List<BillLine> lines) {
		for (BillLine line : lines) {
			CentRange month = line.month();
			row(csv, scenario, side, line.part(), line.what(), line.basis(),
					(month != null) ? Money.exact(month.low()) : "",
					(month != null) ? Money.exact(month.likely()) : "no price known",
					(month != null) ? Money.exact(month.high()) : "");
		}
	}

	private static void total(StringBuilder csv, Scenario scenario, String side, CentRange total, boolean lowerBound) {
		row(csv, scenario, side, "Together", lowerBound ? "at least, as some lines have no price" : "", "sum of lines",
				Money.exact(total.low()), Money.exact(total.likely()), Money.exact(total.high()));
	}

	private static void row(StringBuilder csv, Scenario scenario, String side, String... cells) {
		Bill bill = scenario.bill();
		String name = "Heroku".equals(side) ? "Today" : scenario.name();
		String place = "Heroku".equals(side) ? "" : bill.region();
		csv.append(Stream.of(Stream.of(name, side), Stream.of(cells), Stream.of(place, bill.date()))
			.flatMap((part) -> part)
			.map(BillCsv::cell)
			.collect(Collectors.joining(","))).append("\r\n");
	}

	private static String cell(String text) {
		String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
		return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
	}

}

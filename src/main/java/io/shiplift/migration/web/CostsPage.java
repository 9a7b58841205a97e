package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.shiplift.plan.Bill;
import io.shiplift.plan.Money;
import io.shiplift.plan.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Bills side by side: the answers first, then the what-ifs; and what Heroku's invoice
 * says, in US cents, if somebody typed it.
 */
record CostsPage(List<Column> columns, @Nullable Long invoice) {

	/** The bill of the answers. */
	public Bill bill() {
		return this.columns.getFirst().scenario().bill();
	}

	public List<Row> rows() {
		Set<String> parts = new LinkedHashSet<>();
		this.columns.forEach((column) -> parts.addAll(column.scenario().bill().parts()));
		return parts.stream().map(this::row).toList();
	}

	/** The dearest of all bills, as the scale of the bars. */
	public long scale() {
		long longest = bill().herokuTotal().likely();
		for (Column column : this.columns) {
			longest = Math.max(longest, column.scenario().bill().awsTotal().likely());
		}
		return longest;
	}

	/** The parts of a bill in cents, in the order of the rows. */
	public List<Long> parts(Column column) {
		return rows().stream().map((row) -> column.scenario().bill().awsPart(row.part())).toList();
	}

	public List<Long> herokuParts() {
		return rows().stream().map((row) -> bill().herokuPart(row.part())).toList();
	}

	/** A sum in dollars; with a word if a line has no price. */
	public String sum(long cents, boolean lowerBound) {
		return (lowerBound ? "at least " : "") + Money.dollars(cents);
	}

	/** What two weeks before and one after the cutover cost on top. */
	public String bothSides() {
		return Money.dollars(bill().bothPerWeek());
	}

	public String threeWeeks() {
		return Money.dollars(3 * bill().bothPerWeek());
	}

	/** How far Heroku's prices are from its invoice; empty if nobody typed that. */
	public String invoiceWords() {
		if (this.invoice == null) {
			return "";
		}
		long more = this.invoice - bill().herokuTotal().likely();
		String difference = (more == 0) ? "just what its prices add up to"
				: "$" + Money.exact(Math.abs(more)) + ((more > 0) ? " more" : " less") + " than its prices add up to";
		return "Heroku's invoice says $" + Money.exact(this.invoice) + ", " + difference + ".";
	}

	private Row row(String part) {
		List<String> cells = new ArrayList<>();
		this.columns.forEach((column) -> cells.add(cell(column.scenario().bill(), part)));
		Bill bill = bill();
		boolean priced = bill.heroku().stream().allMatch((line) -> line.priced() || !line.part().equals(part));
		return new Row(part,
				priced ? Money.dollars(bill.herokuPart(part)) : Money.dollars(bill.herokuPart(part)) + " and more",
				cells);
	}

	private static String cell(Bill bill, String part) {
		boolean priced = bill.aws().stream().allMatch((line) -> line.priced() || !line.part().equals(part));
		if (priced) {
			return Money.dollars(bill.awsPart(part));
		}
		return (bill.awsPart(part) == 0) ? "no price known" : Money.dollars(bill.awsPart(part)) + " and more";
	}

	/** A bill; {@code id} is 0 for that of the answers. */
	record Column(long id, Scenario scenario) {

		public boolean kept() {
			return this.id > 0;
		}

	}

	/** A part of the bills, with what it costs in each. */
	record Row(String part, String heroku, List<String> cells) {

	}

}

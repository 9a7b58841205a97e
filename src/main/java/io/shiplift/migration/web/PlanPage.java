package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.shiplift.plan.Bill;
import io.shiplift.plan.BillLine;
import io.shiplift.plan.CostComparison;
import io.shiplift.plan.Money;
import io.shiplift.plan.Plan;
import io.shiplift.plan.Plan.Cost;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the page shows it.
 */
record PlanPage(Plan plan, String hash, CostComparison costs, List<Group> groups) {

	static PlanPage of(Plan plan, String hash, UnaryOperator<String> stepTitle) {
		Map<String, List<Plan.Resource>> byStep = new LinkedHashMap<>();
		plan.resources()
			.forEach((resource) -> byStep.computeIfAbsent(resource.step(), (key) -> new ArrayList<>()).add(resource));
		List<Group> groups = byStep.entrySet()
			.stream()
			.map((step) -> new Group(stepTitle.apply(step.getKey()), step.getValue()))
			.toList();
		return new PlanPage(plan, hash, CostComparison.of(plan), groups);
	}

	public List<Integer> awsParts() {
		return this.costs.lines().stream().map(Cost::dollars).toList();
	}

	public List<Integer> herokuParts() {
		return this.costs.lines().stream().map(Cost::heroku).toList();
	}

	/** The longer of both bills, as the scale of the bars. */
	public int scale() {
		return Math.max(this.costs.aws(), this.costs.heroku());
	}

	/** Names of the config vars with the same fate. */
	public List<String> fate(String name) {
		return this.plan.config()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().name().equals(name))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** Whether the data comes from an uploaded backup. */
	public boolean fromFile() {
		return this.plan.database().kind() == Plan.SourceDatabase.Kind.FILE;
	}

	/** The bills line by line; a plan from before there were has none. */
	public @Nullable Bill bill() {
		return this.plan.mapping().bill();
	}

	/** Lines that have no price. */
	public List<BillLine> unpriced() {
		Bill bill = bill();
		return (bill != null)
				? Stream.concat(bill.aws().stream(), bill.heroku().stream()).filter((line) -> !line.priced()).toList()
				: List.of();
	}

	/** What a week costs in which both sides run. */
	public String bothPerWeek() {
		Bill bill = bill();
		return (bill != null) ? Money.dollars(bill.bothPerWeek()) : "";
	}

	/** How much of Elastic Beanstalk's limit the config vars take. */
	public String environmentWords() {
		return this.plan.environmentWords();
	}

	/** Where the data comes from, in words. */
	public String sourceWords() {
		Plan.SourceDatabase database = this.plan.database();
		return switch (database.kind()) {
			case HEROKU -> "The app's own Heroku Postgres";
			case ADDRESS -> database.user() + "@" + database.host() + ":" + database.port() + "/" + database.database()
					+ (database.conversion().isEmpty() ? "" : ", " + database.conversion());
			case FILE -> "An uploaded backup, SHA-256 " + database.database();
		};
	}

	/** What one step makes. */
	record Group(String title, List<Plan.Resource> resources) {

	}

}

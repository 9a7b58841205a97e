package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Plan.ConfigFate;
import io.shiplift.plan.Plan.Cost;

/**
 * The monthly bill, part by part, beside what Heroku takes for the same part today. Whole
 * dollars: more digits would promise what an estimate cannot hold.
 */
class Costs {

	private static final Set<String> ENDING = Set.of("heroku-postgresql", "heroku-redis", "scheduler", "papertrail");

	private final Prices prices;

	private final SourceApp source;

	private final int percent;

	private final List<Cost> lines = new ArrayList<>();

	Costs(Prices prices, SourceApp source, String region) {
		this.prices = prices;
		this.source = source;
		this.percent = prices.percent(region);
	}

	static String dollars(int cents) {
		return String.format(Locale.ROOT, "$%,d", rounded(cents));
	}

	List<Cost> of(Plan.Sizes sizes, Iterable<ConfigFate> fates) {
		processes(sizes);
		database(sizes);
		if (!sizes.cacheNode().isEmpty()) {
			add("Cache", sizes.cacheNode(), cents(sizes.cacheNode()), addOns("heroku-redis"));
		}
		add("Load balancer", "Application load balancer", this.prices.cents("loadBalancer"), 0);
		add("Network", "NAT gateway and 3 public addresses",
				this.prices.cents("natGateway") + 3 * this.prices.cents("publicAddress"), 0);
		files(fates);
		addLine("Timers", "Run on the same machines", 0, addOns("scheduler"));
		kept();
		return List.copyOf(this.lines);
	}

	private void processes(Plan.Sizes sizes) {
		int each = cents(sizes.instanceType()) + this.prices.cents("diskPerInstance");
		int heroku = this.source.processes()
			.stream()
			.mapToInt((process) -> process.quantity() * this.prices.dyno(process.size()).cents())
			.sum();
		add("Processes", sizes.webInstances() + " \u00d7 " + sizes.instanceType(), sizes.webInstances() * each, heroku);
	}

	private void database(Plan.Sizes sizes) {
		int single = cents(sizes.databaseClass()) + sizes.databaseStorage() * this.prices.cents("storageGib");
		String standby = sizes.databaseStandby() ? "with standby" : "no standby";
		add("Database", sizes.databaseClass() + ", " + sizes.databaseStorage() + " GiB, " + standby,
				sizes.databaseStandby() ? 2 * single : single, addOns("heroku-postgresql"));
	}

	private void files(Iterable<ConfigFate> fates) {
		int secrets = 1;
		for (ConfigFate fate : fates) {
			secrets += (fate == ConfigFate.SECRET || fate == ConfigFate.REPLACED) ? 1 : 0;
		}
		add("Files, logs, secrets", "The first few GB of files and logs, " + secrets + " secrets",
				this.prices.cents("fileStore") + this.prices.cents("logs") + secrets * this.prices.cents("secret"),
				addOns("papertrail"));
	}

	private void kept() {
		this.source.addOns()
			.stream()
			.filter((addOn) -> !ENDING.contains(addOn.service()))
			.collect(Collectors.groupingBy(SourceApp.AddOn::service,
					Collectors.summingInt(SourceApp.AddOn::centsPerMonth)))
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((kept) -> addLine("Kept", kept.getKey() + ", bought from its maker", kept.getValue(),
					kept.getValue()));
	}

	private int addOns(String service) {
		return this.source.addOns()
			.stream()
			.filter((addOn) -> service.equals(addOn.service()))
			.mapToInt(SourceApp.AddOn::centsPerMonth)
			.sum();
	}

	private int cents(String machine) {
		return this.prices.machine(machine).cents();
	}

	private void add(String part, String what, int cents, int heroku) {
		addLine(part, what, Math.toIntExact((long) cents * this.percent / 100), heroku);
	}

	private void addLine(String part, String what, int cents, int heroku) {
		if (cents > 0 || heroku > 0) {
			this.lines.add(new Cost(part, what, rounded(cents), rounded(heroku)));
		}
	}

	private static int rounded(int cents) {
		return (cents + 50) / 100;
	}

}

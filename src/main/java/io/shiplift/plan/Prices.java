package io.shiplift.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Our own table of sizes, of regions with a factor for what their price list lacks, and
 * of what dynos cost in US cents a month if Heroku does not tell.
 */
record Prices(String date, List<Region> regions, List<Machine> instances, List<Machine> databases, List<Machine> caches,
		List<Dyno> dynos, List<PostgresPlan> postgresPlans, List<RedisPlan> redisPlans) {

	private static final Prices STANDARD = load();

	static Prices standard() {
		return STANDARD;
	}

	Machine machine(String name) {
		return List.of(this.instances, this.databases, this.caches)
			.stream()
			.flatMap(List::stream)
			.filter((machine) -> machine.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Unknown machine " + name));
	}

	int percent(String regionName) {
		return this.regions.stream()
			.filter((region) -> region.name().equals(regionName))
			.map(Region::percent)
			.findFirst()
			.orElse(100);
	}

	/** The dyno of that size; an unknown one counts as a small one without price. */
	Dyno dyno(String size) {
		return knownDyno(size).orElse(new Dyno(size, 1024, 0));
	}

	/** The dyno of that size, if it is in our table. */
	Optional<Dyno> knownDyno(String size) {
		String wanted = size.toLowerCase(Locale.ROOT);
		return this.dynos.stream().filter((dyno) -> dyno.name().equals(wanted)).findFirst();
	}

	/** The first instance that has the memory, or the largest there is. */
	Machine instanceFor(int memoryMib) {
		return this.instances.stream()
			.filter((machine) -> machine.memoryMib() >= memoryMib)
			.findFirst()
			.orElse(this.instances.getLast());
	}

	/** What a plan such as {@code heroku-postgresql:standard-0} corresponds to. */
	PostgresPlan postgres(String plan) {
		String level = level(plan);
		String number = level.replaceFirst("^(standard|premium|private|shield)-[lx]*-?", "");
		return this.postgresPlans.stream()
			.filter((candidate) -> candidate.level().equals(number))
			.findFirst()
			.orElse(this.postgresPlans.get(3));
	}

	Optional<RedisPlan> redis(String plan) {
		String level = level(plan).replaceFirst("^(private|shield)-", "premium-");
		return this.redisPlans.stream().filter((candidate) -> candidate.level().equals(level)).findFirst();
	}

	private static String level(String plan) {
		return plan.substring(plan.indexOf(':') + 1).toLowerCase(Locale.ROOT);
	}

	private static Prices load() {
		return CanonicalJson.read(Destinations.read("prices.json"), Prices.class);
	}

	/** A region; percent of the price in us-east-1. */
	record Region(String name, String place, int percent) {

	}

	/** An instance, database class or cache node. */
	record Machine(String name, int memoryMib, int cpus) {

		String memory() {
			return (this.memoryMib < 1024) ? "0.5 GB" : Math.round(this.memoryMib / 1024.0) + " GB";
		}

	}

	/** A dyno size on Heroku. */
	record Dyno(String name, int memoryMib, int cents) {

	}

	/** What a level of Heroku Postgres needs on AWS; storage in GiB. */
	record PostgresPlan(String level, String databaseClass, int storage) {

	}

	/** What a level of Heroku Key-Value Store needs on AWS. */
	record RedisPlan(String level, String node) {

	}

}

package io.shiplift.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.plan.PriceList.Price;

/**
 * The lines of the bill of AWS, those among them that are easily forgotten. What nobody
 * can know beforehand, such as traffic, has a range with what it assumes.
 */
class AwsBill {

	private static final String FILES = "Files, logs, secrets";

	private static final int DISK = 10;

	/** Two of the load balancer's, one of the NAT gateway. */
	private static final int ADDRESSES = 3;

	/** Gigabytes out that AWS gives away each month. */
	private static final int FREE_TRAFFIC = 100;

	private final PriceList prices;

	private final List<BillLine> lines = new ArrayList<>();

	AwsBill(String region) {
		this.prices = PriceList.of(region);
	}

	List<BillLine> of(Plan.Sizes sizes, int secrets) {
		processes(sizes.instanceType(), sizes.webInstances());
		database(sizes);
		if (!sizes.cacheNode().isEmpty()) {
			hourly("Cache", sizes.cacheNode(), sizes.cacheNode(), 1);
		}
		hourly("Load balancer", "Application load balancer", "balancer.hour", 1);
		add("Load balancer", "Its capacity units", "balancer.unit.hour", hours(Amounts.of("0.1", "0.5", "2")),
				"units all month long: %s");
		network(sizes.webInstances());
		files(secrets);
		return List.copyOf(this.lines);
	}

	private void processes(String machine, int count) {
		Amounts hours = Amounts.hours(count);
		add("Processes", count + " \u00d7 " + machine, machine, hours.upTo(hours.high().multiply(BigDecimal.TWO)),
				"hours: %s; under load there are twice as many machines");
		Amounts disks = Amounts.exactly((long) count * DISK);
		add("Processes", "Disks of the machines", "disk.gb", disks.upTo(disks.high().multiply(BigDecimal.TWO)),
				"GB: %s");
	}

	private void database(Plan.Sizes sizes) {
		int copies = sizes.databaseStandby() ? 2 : 1;
		String standby = sizes.databaseStandby() ? "with standby" : "no standby";
		hourly("Database", sizes.databaseClass() + ", " + sizes.databaseStorage() + " GiB, " + standby,
				sizes.databaseClass(), copies);
		add("Database", "Its storage", "database.storage.gb", Amounts.exactly((long) copies * sizes.databaseStorage()),
				"GiB: %s");
		add("Backups", "Backups and snapshots beyond the free amount", "database.backup.gb",
				Amounts.of("0", "0.25", "1").times(sizes.databaseStorage()), "GiB: %s; as much as the storage is free");
	}

	private void network(int machines) {
		hourly("Network", "NAT gateway", "nat.hour", 1);
		add("Network", "What goes through the NAT gateway", "nat.gb", Amounts.of("5", "30", "200"), "GB: %s");
		hourly("Network", ADDRESSES + " public addresses", "address.hour", ADDRESSES);
		add("Network", "Between the zones", "transfer.zone.gb", Amounts.of("2", "20", "100"), "GB, both ways: %s");
		add("Traffic", "Out to visitors", "transfer.out.gb",
				Amounts.of("10", "75", "500").times(machines).beyond(FREE_TRAFFIC), "GB: %s; the first 100 are free");
	}

	private void files(int secrets) {
		add(FILES, "Buckets", "files.gb", Amounts.of("1", "10", "100"), "GB: %s");
		add(FILES, "Files written", "files.puts.1000", Amounts.of("1", "20", "500"), "thousands: %s");
		add(FILES, "Logs taken in", "logs.in.gb", Amounts.of("0.5", "3", "20"), "GB: %s");
		add(FILES, "Logs kept", "logs.kept.gb", Amounts.of("0.5", "9", "60"), "GB: %s");
		add(FILES, secrets + " secrets", "secret.month", Amounts.exactly(secrets), "secrets: %s");
		add(FILES, "Secrets read", "secret.calls.10000", Amounts.of("0.1", "0.5", "5"), "tens of thousands: %s");
		add(FILES, "Keys of KMS, AWS's own, used", "key.calls.10000", Amounts.of("0.1", "1", "20"),
				"tens of thousands: %s; the keys themselves are free");
	}

	private void hourly(String part, String what, String item, int count) {
		add(part, what, item, Amounts.hours(count), "hours: %s");
	}

	private void add(String part, String what, String item, Amounts amounts, String basis) {
		Optional<Price> price = this.prices.price(item);
		String each = price
			.map((known) -> " at $" + known.dollars().stripTrailingZeros().toPlainString()
					+ (known.estimated() ? ", estimated from us-east-1" : ""))
			.orElse(", no price known");
		this.lines
			.add(new BillLine(part, what, basis.formatted(amounts.words()) + each, amounts.priced(price).orElse(null)));
	}

	private static Amounts hours(Amounts count) {
		return count.times(PriceList.HOURS);
	}

}

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

	/** Those of the load balancer; each NAT gateway has one more. */
	private static final int ADDRESSES = 2;

	/** Gigabytes out that AWS gives away each month. */
	private static final int FREE_TRAFFIC = 100;

	private final PriceList prices;

	private final List<BillLine> lines = new ArrayList<>();

	AwsBill(String region) {
		this.prices = PriceList.of(region);
	}

	List<BillLine> of(Plan.Sizes sizes, int secrets, Layout layout) {
		processes(sizes.instanceType(), sizes.webInstances(), layout);
		database(sizes);
		if (!sizes.cacheNode().isEmpty()) {
			hourly("Cache", sizes.cacheNode(), sizes.cacheNode(), 1);
		}
		hourly("Load balancer", "Application load balancer", "balancer.hour", 1);
		add("Load balancer", "Its capacity units", "balancer.unit.hour", hours(Amounts.of("0.1", "0.5", "2")),
				"units all month long: %s");
		network(layout.webs(), layout.gateways());
		files(secrets);
		return List.copyOf(this.lines);
	}

	private void processes(String machine, int count, Layout layout) {
		if (!layout.tasks().isEmpty()) {
			layout.tasks().forEach(this::tasks);
			return;
		}
		String machines = count + " \u00d7 " + machine;
		if (layout.grows()) {
			add("Processes", machines, machine, grown(Amounts.hours(count)),
					"hours: %s; under load there are twice as many machines");
		}
		else {
			add("Processes", machines, machine, Amounts.hours(count), "hours: %s; never a second one beside the clock");
		}
		Amounts disks = Amounts.exactly((long) count * DISK);
		add("Processes", "Disks of the machines", "disk.gb", layout.grows() ? grown(disks) : disks, "GB: %s");
	}

	private void tasks(Layout.Tasks tasks) {
		Amounts hours = Amounts.hours(tasks.count());
		Amounts used = tasks.type().equals("web") ? grown(hours) : hours;
		String what = tasks.count() + " \u00d7 " + tasks.type() + " on Fargate";
		add("Processes", what + ", CPU", "fargate.cpu.hour", used.times(tasks.task().cpu()), "CPU hours: %s");
		add("Processes", what + ", memory", "fargate.gb.hour", used.times(tasks.task().memory()), "GB hours: %s");
	}

	private static Amounts grown(Amounts usual) {
		return usual.upTo(usual.high().multiply(BigDecimal.TWO));
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

	private void network(int webs, int gateways) {
		hourly("Network", (gateways == 1) ? "NAT gateway" : gateways + " NAT gateways, one in each zone", "nat.hour",
				gateways);
		add("Network", "What goes through the NAT gateway", "nat.gb", Amounts.of("5", "30", "200"), "GB: %s");
		int addresses = ADDRESSES + gateways;
		hourly("Network", addresses + " public addresses", "address.hour", addresses);
		add("Network", "Between the zones", "transfer.zone.gb", Amounts.of("2", "20", "100"), "GB, both ways: %s");
		add("Traffic", "Out to visitors", "transfer.out.gb",
				Amounts.of("10", "75", "500").times(webs).beyond(FREE_TRAFFIC), "GB: %s; the first 100 are free");
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

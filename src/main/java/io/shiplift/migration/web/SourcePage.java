package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.fact.SourcePlatform;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A look as its page shows it.
 */
record SourcePage(SourceSnapshot all, List<Line> about, List<AddOn> addOns, List<Base> databases, List<Job> jobs) {

	static SourcePage of(SourceSnapshot snapshot) {
		Map<String, SourceServices.Detail> details = snapshot.services()
			.addOns()
			.stream()
			.collect(Collectors.toMap(SourceServices.Detail::addOn, Function.identity(), (one, other) -> one));
		List<AddOn> addOns = snapshot.app()
			.addOns()
			.stream()
			.map((addOn) -> addOn(addOn, details.get(addOn.name()), snapshot))
			.toList();
		return new SourcePage(snapshot, about(snapshot), addOns,
				snapshot.databases().stream().map((seen) -> new Base(seen, lines(seen.figures()))).toList(),
				jobs(snapshot.services()));
	}

	private static List<Line> about(SourceSnapshot snapshot) {
		SourcePlatform platform = snapshot.platform();
		SourceApp app = snapshot.app();
		List<Line> lines = new ArrayList<>();
		add(lines, "Region", app.region() + (platform.awsRegion().isEmpty() ? "" : ", AWS " + platform.awsRegion()));
		add(lines, "Stack", app.stack() + (platform.fir() ? ", generation Fir" : ""));
		add(lines, "Language", platform.language());
		add(lines, "Team", platform.team().isEmpty() ? platform.owner() : platform.team());
		add(lines, "Private Space", platform.space() + (platform.shield() ? " (Shield)" : ""));
		add(lines, "Maintenance mode", platform.maintenance() ? "on" : "off");
		add(lines, "Buildpacks", String.join(", ", snapshot.delivery().buildpacks()));
		add(lines, "Features", String.join(", ", platform.features()));
		add(lines, "Repository", snapshot.delivery().repository());
		add(lines, "Log drains", String.join(", ", snapshot.traffic().drains()));
		return lines;
	}

	private static AddOn addOn(SourceApp.AddOn addOn, SourceServices.@Nullable Detail detail, SourceSnapshot snapshot) {
		boolean priced = detail == null || detail.priced();
		String attached = snapshot.services()
			.attachments()
			.stream()
			.filter((one) -> one.addOn().equals(addOn.name()))
			.map(SourceServices.Attachment::name)
			.collect(Collectors.joining(", "));
		return new AddOn(addOn.name(), (detail != null) ? detail.title() : addOn.service(), addOn.plan(),
				priced ? String.format(Locale.ENGLISH, "$%.2f", addOn.centsPerMonth() / 100.0) : "not known",
				addOn.shared() ? addOn.owner() : "this app", attached);
	}

	/** Jobs, with who says so where Heroku and a person do not agree. */
	private static List<Job> jobs(SourceServices services) {
		return services.allJobs()
			.stream()
			.map((job) -> new Job(job.command(), job.schedule(), origin(services, job)))
			.toList();
	}

	private static String origin(SourceServices services, SourceServices.Job job) {
		boolean typed = services.typedJobs().contains(job);
		if (services.jobs().contains(job)) {
			return (typed || services.typedJobs().isEmpty()) ? "" : "said by Heroku and not typed";
		}
		if (services.jobs().isEmpty() && !services.jobsRead()) {
			return "typed by a person";
		}
		return services.jobs()
			.stream()
			.filter((one) -> one.command().equals(job.command()))
			.findFirst()
			.map((one) -> "typed by a person; Heroku says " + one.schedule())
			.orElse("typed by a person; Heroku does not name it");
	}

	private static List<Line> lines(SourceDatabaseSeen.Figures figures) {
		List<Line> lines = new ArrayList<>();
		if (!figures.reachable()) {
			return lines;
		}
		add(lines, "Version", "PostgreSQL " + figures.version());
		add(lines, "Size", size(figures.bytes()) + ", " + figures.tableCount() + " tables, about "
				+ String.format(Locale.ENGLISH, "%,d", figures.rows()) + " rows");
		figures.tables()
			.stream()
			.findFirst()
			.ifPresent((table) -> add(lines, "Largest table", table.name() + ", " + size(table.bytes())));
		add(lines, "Extensions",
				figures.extensions()
					.stream()
					.map((one) -> one.name() + " (" + one.schema() + ")")
					.collect(Collectors.joining(", ")));
		add(lines, "Sorted as", figures.collation());
		add(lines, "Connections", figures.health().used() + " of " + figures.health().connections() + " in use");
		add(lines, "Tables without a key", String.join(", ", figures.keyless()));
		add(lines, "Invalid indexes", String.join(", ", figures.health().invalidIndexes()));
		add(lines, "Sequences",
				figures.health().sequences() + ", the fullest at " + figures.health().fullestSequence() + " %");
		return lines;
	}

	private static String size(long bytes) {
		return (bytes < 1_000_000_000L) ? Math.max(1, Math.round(bytes / 1e6)) + " MB"
				: String.format(Locale.ENGLISH, "%.1f GB", bytes / 1e9);
	}

	private static void add(List<Line> lines, String name, String text) {
		if (!text.isEmpty()) {
			lines.add(new Line(name, text));
		}
	}

	/** Something with its name. */
	record Line(String name, String text) {

	}

	/** An add-on in words. */
	record AddOn(String name, String title, String plan, String price, String owner, String attached) {

	}

	/** A job of the Scheduler; {@code origin} is mostly empty. */
	record Job(String command, String schedule, String origin) {

	}

	/** A database with what was measured. */
	record Base(SourceDatabaseSeen seen, List<Line> lines) {

	}

}

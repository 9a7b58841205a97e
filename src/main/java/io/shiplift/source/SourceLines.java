package io.shiplift.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceConfig;
import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.fact.SourceDelivery;
import io.shiplift.fact.SourcePlatform;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.fact.SourceTraffic;

/**
 * A look as lines of text, by part and name, so that two can be laid side by side.
 */
final class SourceLines {

	private static final String YES = "yes";

	private final Map<String, Map<String, String>> lines = new LinkedHashMap<>();

	private SourceLines() {
	}

	static Map<String, Map<String, String>> of(SourceSnapshot snapshot) {
		SourceLines lines = new SourceLines();
		lines.app(snapshot.app(), snapshot.platform());
		lines.configVars(snapshot.app(), snapshot.config());
		lines.services(snapshot);
		lines.traffic(snapshot.traffic());
		lines.delivery(snapshot.delivery());
		snapshot.databases().forEach(lines::database);
		return lines.lines;
	}

	private void app(SourceApp app, SourcePlatform platform) {
		put("App", "Region", app.region());
		put("App", "Stack", app.stack());
		put("App", "Generation", platform.generation());
		put("App", "Private Space", platform.space());
		put("App", "Maintenance mode", platform.maintenance() ? "on" : "off");
		platform.features().forEach((feature) -> put("App", "Feature " + feature, ""));
		app.processes()
			.forEach((process) -> put("Processes", process.type(),
					process.quantity() + " \u00d7 " + process.size() + ", " + process.command()));
	}

	private void configVars(SourceApp app, SourceConfig config) {
		app.configVars()
			.forEach((configVar) -> put("Config vars", configVar.name(),
					(configVar.addOn() != null) ? "set by " + configVar.addOn()
							: app.masked().contains(configVar.name()) ? "masked" : holds(config, configVar.name())));
	}

	private static String holds(SourceConfig config, String name) {
		return config.of(name)
			.filter((value) -> value.part() != SourceConfig.Part.NOTHING)
			.map((value) -> value.part().words() + " of " + value.refersTo())
			.orElse("");
	}

	private void services(SourceSnapshot snapshot) {
		snapshot.app()
			.addOns()
			.forEach((addOn) -> put("Add-ons", addOn.name(),
					addOn.plan() + String.format(Locale.ENGLISH, ", $%.2f a month", addOn.centsPerMonth() / 100.0)
							+ (addOn.shared() ? ", owned by " + addOn.owner() : "")));
		snapshot.services()
			.attachments()
			.forEach((one) -> put("Add-ons", one.name() + " on " + one.app(), one.addOn()));
		Map<String, List<String>> schedules = new LinkedHashMap<>();
		snapshot.services()
			.allJobs()
			.forEach((job) -> schedules.computeIfAbsent(job.command(), (command) -> new ArrayList<>())
				.add(job.schedule()));
		schedules.forEach((command, times) -> put("Scheduler jobs", command, String.join(" and ", times)));
	}

	private void traffic(SourceTraffic traffic) {
		traffic.hostNames()
			.forEach((name) -> put("Host names", name.name(), name.target()
					+ (name.dns().records().isEmpty() ? "" : ", DNS says " + String.join(", ", name.dns().records()))));
		traffic.certificates()
			.forEach((one) -> put("Certificates", one.name(), "for " + String.join(", ", one.hostNames())));
		traffic.drains().forEach((drain) -> put("Log drains", drain, ""));
	}

	private void delivery(SourceDelivery delivery) {
		delivery.buildpacks().forEach((buildpack) -> put("Buildpacks", buildpack, ""));
		delivery.stages().forEach((stage) -> put("Pipeline", stage.app(), stage.pipeline() + ", " + stage.stage()));
		delivery.releases()
			.stream()
			.filter(SourceDelivery.Release::current)
			.findFirst()
			.ifPresent((release) -> put("Release", "The current release",
					"v" + release.version() + " (" + release.description() + ")"));
	}

	private void database(SourceDatabaseSeen database) {
		String part = "Database " + database.addOn();
		put(part, "The plan", database.plan());
		SourceDatabaseSeen.Figures figures = database.figures();
		if (!figures.reachable()) {
			put(part, "Being reachable", "no");
			return;
		}
		put(part, "Being reachable", YES);
		put(part, "The version", figures.version());
		put(part, "The size", size(figures.bytes()));
		put(part, "The number of tables", Integer.toString(figures.tableCount()));
		Map<String, String> extensions = new TreeMap<>();
		figures.extensions().forEach((one) -> extensions.put("Extension " + one.name(), "in schema " + one.schema()));
		extensions.forEach((name, where) -> put(part, name, where));
		names(part, "Tables without a key", figures.keyless());
		names(part, "Invalid indexes", figures.health().invalidIndexes());
	}

	/** Rounded, so that a few new rows are no news. */
	private static String size(long bytes) {
		return (bytes < 1_000_000_000L) ? "less than 1 GB" : "about " + Math.round(bytes / 1e9) + " GB";
	}

	private void names(String part, String what, List<String> names) {
		put(part, what, names.isEmpty() ? "none" : String.join(", ", names));
	}

	private void put(String part, String name, String text) {
		this.lines.computeIfAbsent(part, (key) -> new LinkedHashMap<>()).put(name, text);
	}

}

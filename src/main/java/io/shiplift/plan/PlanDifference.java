package io.shiplift.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.shiplift.fact.SourceApp;

/**
 * One thing that differs between two plans, in words.
 */
public record PlanDifference(String what, String before, String after) {

	private static final String NOTHING = "\u2013";

	/** Everything that a person has to know about a newer plan. */
	public static List<PlanDifference> between(Plan older, Plan newer) {
		Map<String, String> before = lines(older);
		Map<String, String> after = lines(newer);
		Set<String> names = new TreeSet<>(before.keySet());
		names.addAll(after.keySet());
		List<PlanDifference> differences = new ArrayList<>();
		for (String name : names) {
			String old = before.getOrDefault(name, NOTHING);
			String current = after.getOrDefault(name, NOTHING);
			if (!old.equals(current)) {
				differences.add(new PlanDifference(name, old, current));
			}
		}
		return differences;
	}

	private static Map<String, String> lines(Plan plan) {
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put("App", plan.source().name());
		lines.put("AWS region", plan.region());
		lines.put("Machines", plan.sizes().webInstances() + " \u00d7 " + plan.sizes().instanceType());
		lines.put("Database", plan.sizes().databaseClass() + ", " + plan.sizes().databaseStorage() + " GiB, "
				+ (plan.sizes().databaseStandby() ? "with a standby" : "no standby"));
		lines.put("Cache", plan.sizes().cacheNode().isEmpty() ? NOTHING : plan.sizes().cacheNode());
		lines.put("Data comes from", source(plan.database()));
		lines.put("The data is", plan.database().method().words());
		lines.put("The copy is", plan.database().depth().words());
		lines.put("The database is",
				plan.database().conversion().isEmpty() ? "kept as it is" : plan.database().conversion());
		lines.put("Own questions to the data",
				plan.database().questions().isEmpty() ? NOTHING : String.join(" | ", plan.database().questions()));
		lines.put("Safety copy of the source", plan.database().safetyWords());
		lines.put("Host names that move", String.join(", ", plan.dns().hostNames()));
		lines.put("Time to live", plan.dns().ttl() + " seconds");
		lines.put("Health page", plan.healthPath());
		lines.put("Cost in a month", "$" + plan.costs().stream().mapToInt(Plan.Cost::dollars).sum());
		lines.put("Heroku processes",
				String.join(", ", plan.source().processes().stream().map(PlanDifference::process).toList()));
		lines.put("Resources", plan.resources().size() + " resources");
		lines.put("Config vars at Elastic Beanstalk", (plan.mapping().environmentBytes() == 0) ? NOTHING
				: "about " + plan.mapping().environmentBytes() + " bytes");
		plan.mapping().addOns().forEach((addOn) -> lines.put("Add-on " + addOn.name(), addOn.words()));
		plan.mapping()
			.processes()
			.forEach((process) -> lines.put("Process " + process.type(),
					process.chosen().words() + (process.built() ? "" : " (a wish)")));
		plan.mapping()
			.typed()
			.forEach((name, id) -> lines.put("Typed value of " + name, "kept as " + id.substring(0, 8)));
		plan.config().forEach((name, fate) -> lines.put("Config var " + name, words(fate)));
		return lines;
	}

	private static String source(Plan.SourceDatabase database) {
		return switch (database.kind()) {
			case HEROKU -> "the app's own Heroku Postgres";
			case ADDRESS -> database.user() + "@" + database.host() + ":" + database.port() + "/" + database.database();
			case FILE -> "an uploaded backup, SHA-256 " + database.database();
		};
	}

	private static String process(SourceApp.Process process) {
		return process.quantity() + " \u00d7 " + process.type();
	}

	private static String words(Plan.ConfigFate fate) {
		return switch (fate) {
			case SECRET -> "copied as a secret";
			case PLAIN -> "copied as it is";
			case REPLACED -> "set by AWS";
			case DROPPED -> "left behind";
			case GENERATED -> "made anew";
			case ASKED -> "typed by a person";
		};
	}

}

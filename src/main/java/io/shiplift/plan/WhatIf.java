package io.shiplift.plan;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Other choices whose price is looked at, without changing an answer. Tasks of Fargate
 * instead of machines and a NAT gateway in each zone can only be compared, as this
 * version builds neither.
 */
public record WhatIf(String region, String machine, int count, String databaseClass, boolean standby, Integer storage,
		Boolean fargate, Boolean gatewayPerZone) {

	@SuppressWarnings("ConstantValue")
	public WhatIf {
		storage = Objects.requireNonNullElse(storage, 0);
		fargate = Objects.requireNonNullElse(fargate, false);
		gatewayPerZone = Objects.requireNonNullElse(gatewayPerZone, false);
	}

	/** What the answers say now. */
	public static WhatIf of(Answers answers) {
		return new WhatIf(answers.value(RegionTopic.KEY, "region"), answers.value(WebTopic.KEY, "instanceType"),
				Integer.parseInt(answers.value(WebTopic.KEY, "count")), answers.value(DatabaseTopic.KEY, "class"),
				"yes".equals(answers.value(DatabaseTopic.KEY, "standby")),
				Integer.parseInt(answers.value(DatabaseTopic.KEY, "storage")), false, false);
	}

	/** The answers with these choices; everything else stays. */
	public Answers over(Answers answers) {
		Map<String, String> region = new TreeMap<>(answers.of(RegionTopic.KEY));
		region.put("region", this.region);
		Map<String, String> web = new TreeMap<>(answers.of(WebTopic.KEY));
		web.put("instanceType", this.machine);
		web.put("count", Integer.toString(this.count));
		Map<String, String> database = new TreeMap<>(answers.of(DatabaseTopic.KEY));
		database.put("class", this.databaseClass);
		database.put("standby", this.standby ? "yes" : "no");
		if (this.storage != 0) {
			database.put("storage", Integer.toString(this.storage));
		}
		return answers.with(RegionTopic.KEY, region).with(WebTopic.KEY, web).with(DatabaseTopic.KEY, database);
	}

	/** Whether this version can build it. */
	public boolean buildable() {
		return !this.fargate && !this.gatewayPerZone;
	}

	/** In a few words. */
	public String words() {
		return this.region + ", " + (this.fargate ? "on Fargate" : this.count + " \u00d7 " + this.machine) + ", "
				+ this.databaseClass + ((this.storage != 0) ? ", " + this.storage + " GiB" : "")
				+ (this.standby ? " with standby" : "") + (this.gatewayPerZone ? ", a NAT gateway in each zone" : "");
	}

}

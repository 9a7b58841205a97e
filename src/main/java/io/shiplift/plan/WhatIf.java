package io.shiplift.plan;

import java.util.Map;
import java.util.TreeMap;

/**
 * Other choices whose price is looked at, without changing an answer.
 */
public record WhatIf(String region, String machine, int count, String databaseClass, boolean standby) {

	/** What the answers say now. */
	public static WhatIf of(Answers answers) {
		return new WhatIf(answers.value(RegionTopic.KEY, "region"), answers.value(WebTopic.KEY, "instanceType"),
				Integer.parseInt(answers.value(WebTopic.KEY, "count")), answers.value(DatabaseTopic.KEY, "class"),
				"yes".equals(answers.value(DatabaseTopic.KEY, "standby")));
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
		return answers.with(RegionTopic.KEY, region).with(WebTopic.KEY, web).with(DatabaseTopic.KEY, database);
	}

	/** In a few words. */
	public String words() {
		return this.region + ", " + this.count + " \u00d7 " + this.machine + ", " + this.databaseClass
				+ (this.standby ? " with standby" : "");
	}

}

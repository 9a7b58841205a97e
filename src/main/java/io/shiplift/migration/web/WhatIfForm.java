package io.shiplift.migration.web;

import java.util.Map;

import io.shiplift.plan.WhatIf;

import org.springframework.validation.Errors;

/**
 * A what-if as it is typed.
 */
record WhatIfForm(String name, String region, String machine, String count, String databaseClass, String standby,
		String storage, String runs, String gateways) {

	private static final Map<String, String> FIELDS = Map.of("region", "region", "instanceType", "machine", "count",
			"count", "class", "databaseClass", "standby", "standby", "storage", "storage");

	private static final String FARGATE = "fargate";

	private static final String ZONES = "zones";

	WhatIfForm {
		name = text(name);
		region = text(region);
		machine = text(machine);
		count = text(count);
		databaseClass = text(databaseClass);
		standby = text(standby);
		storage = text(storage);
		runs = text(runs);
		gateways = text(gateways);
	}

	static WhatIfForm of(WhatIf choices) {
		return new WhatIfForm("", choices.region(), choices.machine(), Integer.toString(choices.count()),
				choices.databaseClass(), choices.standby() ? "yes" : "no", Integer.toString(choices.storage()),
				choices.fargate() ? FARGATE : "machines", choices.gatewayPerZone() ? ZONES : "one");
	}

	WhatIf choices() {
		return new WhatIf(this.region, this.machine, number(this.count), this.databaseClass, "yes".equals(this.standby),
				this.storage.isEmpty() ? 0 : Math.max(1, number(this.storage)), FARGATE.equals(this.runs),
				ZONES.equals(this.gateways));
	}

	/** Puts errors of questions to the fields of this form. */
	void validate(Errors errors, Map<String, String> found) {
		if (this.name.isEmpty()) {
			errors.rejectValue("name", "empty", "Type a name, for example Frankfurt with standby.");
		}
		else if (this.name.length() > 60) {
			errors.rejectValue("name", "long", "Use at most 60 characters.");
		}
		found.forEach((field, error) -> errors.rejectValue(FIELDS.getOrDefault(field, "name"), "wrong", error));
	}

	/** Zero if it is no number, which no question accepts. */
	private static int number(String text) {
		return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
	}

	@SuppressWarnings("ConstantValue")
	private static String text(String value) {
		return (value != null) ? value.strip() : "";
	}

}

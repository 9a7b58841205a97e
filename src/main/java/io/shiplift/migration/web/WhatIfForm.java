package io.shiplift.migration.web;

import java.util.Map;

import io.shiplift.plan.WhatIf;

import org.springframework.validation.Errors;

/**
 * A what-if as it is typed.
 */
record WhatIfForm(String name, String region, String machine, String count, String databaseClass, String standby) {

	private static final Map<String, String> FIELDS = Map.of("region", "region", "instanceType", "machine", "count",
			"count", "class", "databaseClass", "standby", "standby");

	WhatIfForm {
		name = text(name);
		region = text(region);
		machine = text(machine);
		count = text(count);
		databaseClass = text(databaseClass);
		standby = text(standby);
	}

	static WhatIfForm of(WhatIf choices) {
		return new WhatIfForm("", choices.region(), choices.machine(), Integer.toString(choices.count()),
				choices.databaseClass(), choices.standby() ? "yes" : "no");
	}

	WhatIf choices() {
		return new WhatIf(this.region, this.machine, number(), this.databaseClass, "yes".equals(this.standby));
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
	private int number() {
		return this.count.matches("\\d{1,4}") ? Integer.parseInt(this.count) : 0;
	}

	@SuppressWarnings("ConstantValue")
	private static String text(String value) {
		return (value != null) ? value.strip() : "";
	}

}

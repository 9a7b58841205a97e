package io.shiplift.migration.web;

import io.shiplift.migration.Migration;
import io.shiplift.plan.Answers;
import io.shiplift.plan.CanonicalJson;
import io.shiplift.plan.PlanHash;
import io.shiplift.plan.Setting;

/**
 * A migration with what its questions are asked upon.
 */
record Draft(Migration migration, Setting setting) {

	Answers answers() {
		return this.setting.answers();
	}

	/** Changes when somebody answers this question anew. */
	String mark(String question) {
		return answers().has(question) ? PlanHash.of(CanonicalJson.of(answers().of(question))).substring(0, 16) : "";
	}

	String path(String rest) {
		return "/migrations/" + this.migration.id() + rest;
	}

}

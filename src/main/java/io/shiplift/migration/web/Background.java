package io.shiplift.migration.web;

import io.shiplift.code.CodeScans;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.migration.Examples;
import io.shiplift.plan.Known;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gathers what is known of a migration's app: the last look, its code, and the app that
 * it shall be like.
 */
@Component
class Background {

	private final CodeScans scans;

	private final Examples examples;

	Background(CodeScans scans, Examples examples) {
		this.scans = scans;
		this.examples = examples;
	}

	/** What there is beside the look. */
	Known of(String migrationId, @Nullable SourceSnapshot look) {
		return Known.NOTHING.with(look)
			.with(this.examples.of(migrationId).orElse(null))
			.with(this.scans.scan(migrationId).orElse(null));
	}

}

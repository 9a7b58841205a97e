package io.shiplift.migration.web;

import io.shiplift.code.CodeScans;
import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.migration.Examples;
import io.shiplift.plan.Known;
import io.shiplift.source.ConfigReader;
import io.shiplift.source.SourceSnapshots;

import org.springframework.stereotype.Component;

/**
 * Gathers what is known of a migration's app besides the app itself.
 */
@Component
class Background {

	private final ConfigReader reader;

	private final SourceSnapshots snapshots;

	private final CodeScans scans;

	private final Examples examples;

	Background(ConfigReader reader, SourceSnapshots snapshots, CodeScans scans, Examples examples) {
		this.reader = reader;
		this.snapshots = snapshots;
		this.scans = scans;
		this.examples = examples;
	}

	/** What needs no look at Heroku. */
	Known at(String migrationId) {
		return Known.NOTHING.with(this.examples.of(migrationId).orElse(null));
	}

	/**
	 * With what the config vars tell just now, what the last full look found, and what
	 * the code says.
	 */
	Known looking(String migrationId, Connection connection, String app) {
		SourceSnapshot snapshot = this.snapshots.newest(migrationId, app)
			.map(SourceSnapshots.Taken::snapshot)
			.orElse(null);
		return at(migrationId).with(this.reader.read(connection, app))
			.with(snapshot)
			.with(this.scans.scan(migrationId).orElse(null));
	}

}

package io.shiplift.check;

import java.time.Duration;

/**
 * Checks that are shown together. Those most likely to stop a move come first.
 */
public enum Group {

	/** Where the app runs today. */
	PLATFORM("Heroku", Duration.ofHours(24)),

	/** What runs. */
	PROCESSES("Processes", Duration.ofHours(24)),

	/** Config vars and what reads them. */
	CONFIG("Config vars", Duration.ofHours(24)),

	/** PostgreSQL and other databases. */
	DATABASE("Database", Duration.ofHours(12)),

	/** Redis, Memcached and message brokers. */
	CACHE("Cache and broker", Duration.ofHours(24)),

	/** Uploads and static files. */
	FILES("Files", Duration.ofDays(3)),

	/** Python, Django and packages. */
	CODE("Django and Python", Duration.ofDays(3)),

	/** Host names, DNS and certificates. */
	DOMAINS("Domains and certificates", Duration.ofHours(12)),

	/** What it costs, and what we do not know. */
	COSTS("Costs and limits", Duration.ofDays(7)),

	/** This installation itself. */
	TOOL("This Shiplift", Duration.ofHours(1));

	private final String title;

	private final Duration fresh;

	Group(String title, Duration fresh) {
		this.title = title;
		this.fresh = fresh;
	}

	public String title() {
		return this.title;
	}

	/** How long an answer is usually good for. */
	public Duration fresh() {
		return this.fresh;
	}

}

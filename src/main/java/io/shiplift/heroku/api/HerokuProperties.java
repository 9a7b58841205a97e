package io.shiplift.heroku.api;

import java.util.stream.Stream;

import okhttp3.HttpUrl;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Heroku is. Only the start of the application can say something else, for a
 * network that reaches it through a gateway, and for tests.
 *
 * @param platform the Platform API
 * @param data everything about Postgres and its backups
 * @param scheduler the jobs of the Scheduler add-on, which nobody documents
 * @param github which repository an app is deployed from, undocumented too
 */
@ConfigurationProperties("shiplift.heroku")
record HerokuProperties(@DefaultValue("https://api.heroku.com") String platform,
		@DefaultValue("https://api.data.heroku.com") String data,
		@DefaultValue("https://particleboard.heroku.com") String scheduler,
		@DefaultValue("https://kolkrabbi.heroku.com") String github) {

	/** The address of one of Heroku's hosts. */
	HttpUrl base(Host host) {
		return HttpUrl.get(switch (host) {
			case PLATFORM -> this.platform;
			case DATA -> this.data;
			case SCHEDULER -> this.scheduler;
			case GITHUB -> this.github;
		});
	}

	/** Whether the token may be sent there: to Heroku over TLS, and to what was set. */
	boolean trusts(HttpUrl url) {
		boolean heroku = url.isHttps() && (url.host().equals("heroku.com") || url.host().endsWith(".heroku.com"));
		return heroku || Stream.of(Host.values()).map(this::base).anyMatch((base) -> sameOrigin(base, url));
	}

	private static boolean sameOrigin(HttpUrl one, HttpUrl other) {
		return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
	}

	/** One of Heroku's hosts. */
	enum Host {

		/** Apps, add-ons, config vars, domains, releases. */
		PLATFORM,

		/** Databases and backups. */
		DATA,

		/** Jobs of the Scheduler. */
		SCHEDULER,

		/** Links to GitHub. */
		GITHUB

	}

}

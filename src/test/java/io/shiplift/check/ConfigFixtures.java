package io.shiplift.check;

import io.shiplift.repository.Topic;

/**
 * What makes each check of config find something.
 */
final class ConfigFixtures {

	private ConfigFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("heroku-branch", (seen) -> seen.needs("heroku-branch"));
		fixtures.broken("heroku-variables", (seen) -> seen.reads("HEROKU_SLUG_COMMIT", "shop/views.py"));
		fixtures.broken("missing-variables", (seen) -> seen.code(Topic.VARIABLE, "STRIPE_KEY", ""));
		fixtures.broken("unused-variables", (seen) -> seen.set("OLD_FLAG"));
		fixtures.broken("hard-coded-secrets", (seen) -> seen.code(Topic.HARD_CODED_SECRET, "EMAIL_HOST_PASSWORD", ""));
		fixtures.broken("moved-addresses", (seen) -> seen.answer("config", "DATABASE_URL", "DROPPED"));
		fixtures.broken("environment-size", (seen) -> seen.secrets(60), (seen) -> seen.secrets(24));
		fixtures.broken("variable-names", (seen) -> seen.set("my-flag"));
		fixtures.broken("debug", (seen) -> seen.code(Topic.SETTING, "DEBUG", "True"));
		fixtures.broken("secret-key",
				(seen) -> seen.unset("SECRET_KEY").code(Topic.VARIABLE, "SECRET_KEY", "insecure"));
		fixtures.broken("environment-names", (seen) -> seen.set("SENTRY_ENVIRONMENT"));
		fixtures.broken("time-zone", (seen) -> seen.set("TZ"));
		fixtures.broken("aws-keys", (seen) -> seen.set("AWS_ACCESS_KEY_ID"));
		fixtures.broken("outbound-address", (seen) -> seen.addOn("fixie-1", "fixie", "tricycle", 500));
		fixtures.broken("heroku-addresses",
				(seen) -> seen.code(Topic.SETTING, "BASE_URL", "https://shop.herokuapp.com"));
		fixtures.broken("mail-port", (seen) -> seen.code(Topic.SETTING, "EMAIL_PORT", "25"));
		fixtures.broken("web-concurrency", (seen) -> seen.set("WEB_CONCURRENCY"));
	}

}

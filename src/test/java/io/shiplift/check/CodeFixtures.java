package io.shiplift.check;

import io.shiplift.repository.Topic;

/**
 * What makes each check of code find something.
 */
final class CodeFixtures {

	private CodeFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("scan-problems",
				(seen) -> seen.code(Topic.PROBLEM, "", "settings.py has a syntax error in line 12."));
		fixtures.broken("allowed-hosts", (seen) -> seen.needs("allowed-hosts"));
		fixtures.broken("ssl-redirect", (seen) -> seen.needs("redirect-exemption"));
		fixtures.broken("proxy-header", (seen) -> seen.needs("proxy-header"));
		fixtures.broken("trusted-origins", (seen) -> seen.needs("csrf-origins"));
		fixtures.broken("connection-age", (seen) -> seen.needs("connection-age"));
		fixtures.broken("file-logging", (seen) -> seen.needs("logging"));
		fixtures.broken("django-heroku", (seen) -> seen.code(Topic.PACKAGE, "django-heroku", "0.3.1"));
		fixtures.broken("django-version", (seen) -> seen.code(Topic.DJANGO, "", "3.2.25"),
				(seen) -> seen.code(Topic.DJANGO, "", "==1.11"));
		fixtures.broken("python-version", (seen) -> seen.code(Topic.PYTHON, "", "python-2.7.18"),
				(seen) -> seen.code(Topic.PYTHON, "", "3.9"));
		fixtures.broken("python-platform", (seen) -> seen.code(Topic.PYTHON, "", "3.8.18"),
				(seen) -> seen.code(Topic.PYTHON, "", "python-2.7.18"));
		fixtures.broken("requirements", (seen) -> seen.code(Topic.INSTALLER, "", "poetry"),
				(seen) -> seen.code(Topic.INSTALLER, "", ""));
		fixtures.broken("unpinned", (seen) -> seen.code(Topic.PACKAGE, "requests", ""));
		fixtures.broken("url-scheme", (seen) -> seen.code(Topic.PACKAGE, "sqlalchemy", "2.0.36"));
		fixtures.broken("settings-module", (seen) -> seen.code(Topic.SETTINGS_MODULE, "", "shop.settings")
			.more(Topic.SETTINGS_MODULE, "", "shop.production"));
		fixtures.broken("wsgi", (seen) -> seen.code(Topic.WSGI, "", "old.wsgi:application"));
		fixtures.broken("health-path", (seen) -> seen.code(Topic.HEALTH_PATH, "", ""),
				(seen) -> seen.answer("health", "path", "/"));
		fixtures.broken("psycopg", (seen) -> seen.code(Topic.PACKAGE, "psycopg2", "2.9.10"));
	}

}

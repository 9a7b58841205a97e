package io.shiplift.check;

/**
 * What makes each check of platform find something.
 */
final class PlatformFixtures {

	private PlatformFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("stack-end", (seen) -> seen.stack("heroku-20"), (seen) -> seen.stack("heroku-18"));
		fixtures.broken("container-stack", (seen) -> seen.stack("container"));
		fixtures.broken("fir-generation", (seen) -> seen.generation("fir"));
		fixtures.broken("private-space", (seen) -> seen.space("acme-space"));
		fixtures.broken("shield-space", (seen) -> seen.shield());
		fixtures.broken("internal-routing", (seen) -> seen.internalRouting());
		fixtures.broken("maintenance-on", (seen) -> seen.maintenance());
		fixtures.broken("sleeping-dynos", (seen) -> seen.process("web", "gunicorn shop.wsgi", 1, "Eco"));
		fixtures.broken("preboot", (seen) -> seen.feature("preboot"));
		fixtures.broken("session-affinity", (seen) -> seen.feature("http-session-affinity"));
		fixtures.broken("dns-discovery", (seen) -> seen.feature("spaces-dns-discovery"));
		fixtures.broken("review-apps", (seen) -> seen.stage("shop", "review", "shop-pr-12"));
		fixtures.broken("other-stages", (seen) -> seen.stage("shop", "staging", "shop-staging"));
		fixtures.broken("auto-deploy", (seen) -> seen.autoDeploy("acme/shop", "main"));
		fixtures.broken("release-state", (seen) -> seen.release(13, "failed"), (seen) -> seen.release(13, "pending"));
		fixtures.broken("buildpacks",
				(seen) -> seen.buildpacks("heroku/python", "https://github.com/acme/heroku-buildpack-fonts"));
		fixtures.broken("apt-buildpack",
				(seen) -> seen.buildpacks("heroku/python", "https://github.com/heroku/heroku-buildpack-apt.git"));
		fixtures.broken("several-languages", (seen) -> seen.buildpacks("heroku/nodejs", "heroku/python"));
		fixtures.broken("log-drains", (seen) -> seen.drain("https://logs.example.com"));
		fixtures.broken("shared-add-ons", (seen) -> seen.foreign("redis-blue-1", "heroku-redis", "blog"));
		fixtures.broken("masked-vars", (seen) -> seen.masked("SIGNING_KEY"));
		fixtures.broken("add-on-state", (seen) -> seen.detail("papertrail-1", "provisioning", true));
		fixtures.broken("gaps", (seen) -> seen.gap("Log drains could not be read: the token may not see them."));
		fixtures.broken("region", (seen) -> seen.answer("region", "region", "eu-west-1"));
	}

}

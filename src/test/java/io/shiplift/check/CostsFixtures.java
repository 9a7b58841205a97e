package io.shiplift.check;

/**
 * What makes each check of costs find something.
 */
final class CostsFixtures {

	private CostsFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("unpriced-add-ons", (seen) -> seen.detail("custom-1", "provisioned", false));
		fixtures.broken("unknown-add-ons", (seen) -> seen.addOn("acme-rockets-1", "acme-rockets", "gold", 900));
		fixtures.broken("kept-vendors", (seen) -> seen.addOn("sentry-1", "sentry", "team", 2900));
		fixtures.broken("unpriced-dynos", (seen) -> seen.process("web", "gunicorn shop.wsgi", 2, "Custom-9X"));
	}

}

package io.shiplift.check;

/**
 * What makes each check of tool find something.
 */
final class ToolFixtures {

	private ToolFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("database-tools", (seen) -> seen.version(99));
		fixtures.broken("tool-clock", (seen) -> seen.hours(5));
	}

}

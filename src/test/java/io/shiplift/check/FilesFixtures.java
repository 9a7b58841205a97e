package io.shiplift.check;

import io.shiplift.repository.Topic;

/**
 * What makes each check of files find something.
 */
final class FilesFixtures {

	private FilesFixtures() {
	}

	static void add(Fixtures fixtures) {
		fixtures.broken("uploads", (seen) -> seen.needs("uploads"));
		fixtures.broken("local-writes", (seen) -> seen.code(Topic.FILE_WRITE, "open", "report.csv"));
		fixtures.broken("static-files", (seen) -> seen.code(Topic.STATIC_FILES, "", "none"));
		fixtures.broken("collectstatic", (seen) -> seen.set("DISABLE_COLLECTSTATIC"),
				(seen) -> seen.code(Topic.COLLECTSTATIC, "", "no"));
		fixtures.broken("buckets", (seen) -> seen.addOn("bucketeer-1", "bucketeer", "hobbyist", 500));
	}

}

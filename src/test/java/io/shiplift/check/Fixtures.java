package io.shiplift.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For each check by key, what makes it find something in an app that is otherwise well.
 */
final class Fixtures {

	private final Map<String, List<Break>> broken = new TreeMap<>();

	static Map<String, List<Break>> all() {
		Fixtures fixtures = new Fixtures();
		PlatformFixtures.add(fixtures);
		ProcessesFixtures.add(fixtures);
		ConfigFixtures.add(fixtures);
		DatabaseFixtures.add(fixtures);
		CacheFixtures.add(fixtures);
		FilesFixtures.add(fixtures);
		CodeFixtures.add(fixtures);
		DomainsFixtures.add(fixtures);
		CostsFixtures.add(fixtures);
		ToolFixtures.add(fixtures);
		return fixtures.broken;
	}

	void broken(String key, Break... ways) {
		if (this.broken.put(key, List.of(ways)) != null) {
			throw new IllegalStateException("Fixtures for " + key + " are given twice");
		}
	}

	/**
	 * Breaks something in an app.
	 */
	interface Break {

		SeenApp in(SeenApp app);

	}

}

package io.shiplift.repository;

import io.shiplift.repository.doctor.Doctor;
import io.shiplift.repository.read.Reading;
import io.shiplift.repository.tree.SourceTree;

/**
 * Reads a tree of files and says what it is made of.
 */
final class RepositoryScanner {

	private RepositoryScanner() {
	}

	static RepositoryScan scan(SourceTree tree) {
		return scan(tree, "");
	}

	/**
	 * Reads a tree.
	 * @param settingsModule the settings that a person named; empty to find them
	 */
	static RepositoryScan scan(SourceTree tree, String settingsModule) {
		Reading reading = new Reading(tree, settingsModule);
		Doctor doctor = new Doctor(reading);
		return new RepositoryScan(tree.revision(), tree.names().size(), tree.bytes(), reading.found().sorted(),
				doctor.proposals(), doctor.patch());
	}

}

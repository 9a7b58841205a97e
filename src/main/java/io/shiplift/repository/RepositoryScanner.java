package io.shiplift.repository;

import io.shiplift.repository.doctor.Doctor;
import io.shiplift.repository.read.Reading;
import io.shiplift.repository.tree.SourceTree;

/**
 * Reads a tree of files and says what it is made of.
 */
public final class RepositoryScanner {

	private RepositoryScanner() {
	}

	public static RepositoryScan scan(SourceTree tree) {
		Reading reading = new Reading(tree);
		Doctor doctor = new Doctor(reading);
		return new RepositoryScan(tree.revision(), tree.names().size(), tree.bytes(), reading.found().sorted(),
				doctor.proposals(), doctor.patch());
	}

}

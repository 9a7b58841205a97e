package io.shiplift.repository.doctor;

import java.util.Optional;

/**
 * One question about the settings of a Django app. Adding one is adding it to the list of
 * the doctor.
 */
interface Check {

	String key();

	String title();

	/** The answer; empty if the question makes no sense for this app. */
	Optional<Diagnosis> examine(Patient patient);

}

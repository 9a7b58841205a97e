package io.shiplift.repository.doctor;

import java.util.List;

import io.shiplift.repository.Proposal.State;

/**
 * What a check found, and the changes that would make it well.
 */
record Diagnosis(State state, String why, String file, int line, List<Change> changes) {

	static Diagnosis fine(String why, String file, int line) {
		return new Diagnosis(State.FINE, why, file, line, List.of());
	}

}

package io.shiplift.migration;

import java.util.Optional;

import io.shiplift.step.StepContext.Decision;

/**
 * Finds the decision that released a run. Declared here so that runs need not know how
 * decisions are made.
 */
public interface Decisions {

	Optional<Decision> of(long runId);

}

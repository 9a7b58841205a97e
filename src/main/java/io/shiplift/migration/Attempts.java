package io.shiplift.migration;

import java.time.Instant;

import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Component;

/**
 * Opens and closes the attempts of step runs; at most one of a step run is open.
 */
@Component
class Attempts {

	private final RunRepository runs;

	private final EntityManager entities;

	Attempts(RunRepository runs, EntityManager entities) {
		this.runs = runs;
		this.entities = entities;
	}

	void open(StepRun step, String node, Instant now) {
		close(step, "LOST", "The runner ended without an answer.", now);
		this.entities.persist(new Attempt(step.id(), step.attempts(), node, now));
	}

	void close(StepRun step, String outcome, String message, Instant now) {
		this.runs.openAttempt(step.id()).ifPresent((attempt) -> attempt.end(outcome, message, now));
	}

}

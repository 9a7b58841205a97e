package io.shiplift.migration;

import java.time.Instant;

import io.shiplift.step.RunKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A fact as a row: its type's simple name and its JSON.
 */
@Entity
@Table(name = "fact")
class StoredFact {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private String migrationId;

	private long runId;

	@Enumerated(EnumType.STRING)
	private RunKind runKind;

	private String stepKey;

	private String type;

	private String document;

	private Instant at;

	private boolean retracted;

	protected StoredFact() {
	}

	StoredFact(StepRun step, String type, String document, Instant now) {
		Run run = step.run();
		this.migrationId = run.migrationId();
		this.runId = run.id();
		this.runKind = run.kind();
		this.stepKey = step.key();
		this.type = type;
		this.document = document;
		this.at = now;
	}

	void retract() {
		this.retracted = true;
	}

	long runId() {
		return this.runId;
	}

	Instant at() {
		return this.at;
	}

	String stepKey() {
		return this.stepKey;
	}

	String type() {
		return this.type;
	}

	String document() {
		return this.document;
	}

}

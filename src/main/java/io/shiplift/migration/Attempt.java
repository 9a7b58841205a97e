package io.shiplift.migration;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * One try of a step run, committed before anything is done.
 */
@Entity
public class Attempt {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private long stepRunId;

	private int number;

	private String node;

	private Instant startedAt;

	private @Nullable Instant endedAt;

	private String outcome = "RUNNING";

	private String message = "";

	protected Attempt() {
	}

	Attempt(long stepRunId, int number, String node, Instant now) {
		this.stepRunId = stepRunId;
		this.number = number;
		this.node = node;
		this.startedAt = now;
	}

	void end(String outcome, String message, Instant now) {
		this.outcome = outcome;
		this.message = (message.length() <= 2000) ? message : message.substring(0, 2000);
		this.endedAt = now;
	}

	public long stepRunId() {
		return this.stepRunId;
	}

	public int number() {
		return this.number;
	}

	public String node() {
		return this.node;
	}

	public Instant startedAt() {
		return this.startedAt;
	}

	public @Nullable Instant endedAt() {
		return this.endedAt;
	}

	public String outcome() {
		return this.outcome;
	}

	public String message() {
		return this.message;
	}

}

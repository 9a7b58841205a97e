package io.shiplift.approval;

import java.time.Duration;
import java.time.Instant;

import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Run;
import io.shiplift.security.Member;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A requested run and the decision on it. The decision names the plan by its hash, and
 * neither the requester nor the last editor of that plan can give it.
 */
@Entity
public class Approval {

	/** How long a request, and then the approval, stays valid. */
	static final Duration VALID = Duration.ofHours(24);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private long runId;

	private long teamId;

	private String migrationId;

	private String planHash;

	private long planEditedBy;

	private long requestedBy;

	private String requester;

	private Instant requestedAt;

	private String note;

	private @Nullable Instant abortBy;

	private Instant expiresAt;

	@Enumerated(EnumType.STRING)
	private State decision = State.OPEN;

	private @Nullable Long decidedBy;

	private @Nullable String decider;

	private @Nullable Instant decidedAt;

	private @Nullable String reason;

	@Version
	private long version;

	protected Approval() {
	}

	Approval(Run run, FrozenPlan plan, Member requester, String note, Instant now) {
		this.runId = run.id();
		this.teamId = run.teamId();
		this.migrationId = run.migrationId();
		this.planHash = plan.hash();
		this.planEditedBy = plan.editedBy();
		this.requestedBy = requester.userId();
		this.requester = requester.name();
		this.requestedAt = now;
		this.note = note;
		this.expiresAt = now.plus(VALID);
	}

	void decide(State decision, Member decider, String reason, Instant now) {
		this.decision = decision;
		this.decidedBy = decider.userId();
		this.decider = decider.name();
		this.decidedAt = now;
		this.reason = reason;
		this.expiresAt = now.plus(VALID);
	}

	void lapse() {
		this.decision = State.LAPSED;
	}

	/** Why this person may not decide, or an empty text if they may. */
	public String objection(long userId) {
		if (userId == this.requestedBy) {
			return "You asked for this cutover, so somebody else has to decide.";
		}
		if (userId == this.planEditedBy) {
			return "You edited this plan last, so somebody else has to decide.";
		}
		return "";
	}

	public boolean expired(Instant now) {
		return now.isAfter(this.expiresAt);
	}

	public long runId() {
		return this.runId;
	}

	public long teamId() {
		return this.teamId;
	}

	public String migrationId() {
		return this.migrationId;
	}

	public String planHash() {
		return this.planHash;
	}

	public long planEditedBy() {
		return this.planEditedBy;
	}

	public long requestedBy() {
		return this.requestedBy;
	}

	public String requester() {
		return this.requester;
	}

	public Instant requestedAt() {
		return this.requestedAt;
	}

	public String note() {
		return this.note;
	}

	/** When the app must serve again, if there is such a time. */
	public @Nullable Instant abortBy() {
		return this.abortBy;
	}

	void serveAgainBy(@Nullable Instant time) {
		this.abortBy = time;
	}

	public Instant expiresAt() {
		return this.expiresAt;
	}

	public State decision() {
		return this.decision;
	}

	public @Nullable String decider() {
		return this.decider;
	}

	public @Nullable Instant decidedAt() {
		return this.decidedAt;
	}

	public @Nullable String reason() {
		return this.reason;
	}

	/** Where a request stands. */
	public enum State {

		/** Nobody has decided. */
		OPEN,

		/** May be started until it expires. */
		APPROVED,

		/** Refused; a new request is needed. */
		REJECTED,

		/** Ran out, was withdrawn, or the plan changed meanwhile. */
		LAPSED

	}

}

package io.shiplift.migration;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A plan that nobody can change any more. Its hash is what gets approved; whoever edited
 * the answers last may not approve it.
 */
@Entity
@Table(name = "plan")
public class FrozenPlan {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private String migrationId;

	private int number;

	private String hash;

	private String document;

	private long frozenBy;

	private Instant frozenAt;

	private long editedBy;

	protected FrozenPlan() {
	}

	FrozenPlan(Migration migration, int number, String hash, String document, long frozenBy, Instant now) {
		this.migrationId = migration.id();
		this.number = number;
		this.hash = hash;
		this.document = document;
		this.frozenBy = frozenBy;
		this.frozenAt = now;
		this.editedBy = migration.editedBy();
	}

	public String migrationId() {
		return this.migrationId;
	}

	public int number() {
		return this.number;
	}

	/** SHA-256 of the canonical JSON, in hex. */
	public String hash() {
		return this.hash;
	}

	/** The plan as canonical JSON. */
	public String document() {
		return this.document;
	}

	public long frozenBy() {
		return this.frozenBy;
	}

	public Instant frozenAt() {
		return this.frozenAt;
	}

	/** Who edited the answers last before the freeze. */
	public long editedBy() {
		return this.editedBy;
	}

}

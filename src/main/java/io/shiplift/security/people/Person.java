package io.shiplift.security.people;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in, or was invited and has no password yet.
 */
@Entity
public class Person {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String email;

	private String name;

	private @Nullable String passwordHash;

	private boolean disabled;

	private @Nullable Long lastTeamId;

	private Instant createdAt;

	protected Person() {
	}

	Person(Email email, String name, Instant createdAt) {
		this.email = email.value();
		this.name = name;
		this.createdAt = createdAt;
	}

	public long id() {
		return Stored.id(this.id);
	}

	public String email() {
		return this.email;
	}

	public String name() {
		return this.name;
	}

	public @Nullable String passwordHash() {
		return this.passwordHash;
	}

	public boolean isDisabled() {
		return this.disabled;
	}

	/** Whether the person has not set a password yet. */
	public boolean isInvited() {
		return this.passwordHash == null;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Long lastTeamId() {
		return this.lastTeamId;
	}

	void rename(String name) {
		this.name = name;
	}

	void setPasswordHash(String passwordHash) {
		this.passwordHash = passwordHash;
	}

	void setDisabled(boolean disabled) {
		this.disabled = disabled;
	}

	void worksFor(long teamId) {
		this.lastTeamId = teamId;
	}

}

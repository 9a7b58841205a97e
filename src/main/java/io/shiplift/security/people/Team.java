package io.shiplift.security.people;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * The people who share migrations.
 */
@Entity
public class Team {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String name;

	private Instant createdAt;

	protected Team() {
	}

	Team(String name, Instant createdAt) {
		this.name = name;
		this.createdAt = createdAt;
	}

	public long id() {
		return Stored.id(this.id);
	}

	public String name() {
		return this.name;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

}

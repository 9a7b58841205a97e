package io.shiplift.security.people;

import java.util.EnumSet;
import java.util.Set;

import io.shiplift.security.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import org.jspecify.annotations.Nullable;

/**
 * That a person is in a team, and what they may do there. Whoever is in a team may look.
 */
@Entity
public class Membership {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private long teamId;

	private long personId;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "membership_role", joinColumns = @JoinColumn(name = "membership_id"))
	@Column(name = "role")
	@Enumerated(EnumType.STRING)
	private Set<Role> roles = EnumSet.noneOf(Role.class);

	protected Membership() {
	}

	Membership(long teamId, long personId, Set<Role> roles) {
		this.teamId = teamId;
		this.personId = personId;
		grant(roles);
	}

	public long teamId() {
		return this.teamId;
	}

	public long personId() {
		return this.personId;
	}

	public Set<Role> roles() {
		return Set.copyOf(this.roles);
	}

	boolean is(Role role) {
		return this.roles.contains(role);
	}

	final void grant(Set<Role> roles) {
		this.roles.retainAll(roles);
		this.roles.addAll(roles);
		this.roles.add(Role.VIEWER);
	}

}

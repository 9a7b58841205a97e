package io.shiplift.security.people;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.PeopleChanged;
import io.shiplift.security.Role;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The teams a person is in.
 */
@Component
@Transactional
public class Teams {

	private final TeamRepository teams;

	private final MembershipRepository memberships;

	private final PersonRepository people;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Teams(TeamRepository teams, MembershipRepository memberships, PersonRepository people,
			ApplicationEventPublisher events, Clock clock) {
		this.teams = teams;
		this.memberships = memberships;
		this.people = people;
		this.events = events;
		this.clock = clock;
	}

	/** The teams of a person, by name. */
	@Transactional(readOnly = true)
	public List<Team> of(long personId) {
		return this.teams
			.findByIdInOrderByName(this.memberships.findByPersonId(personId).stream().map(Membership::teamId).toList());
	}

	@Transactional(readOnly = true)
	public Set<Role> roles(long personId, long teamId) {
		return this.memberships.findByTeamIdAndPersonId(teamId, personId).map(Membership::roles).orElse(Set.of());
	}

	/** Makes a team; its maker looks after it, but does not approve in it. */
	public Team create(Member by, String name) {
		Team team = found(by.userId(), name, EnumSet.of(Role.OPERATOR, Role.ADMIN));
		this.events.publishEvent(new PeopleChanged(team.id(), by.userId(), by.name(), PeopleChanged.Kind.TEAM_CREATED,
				"Team " + name + " was made"));
		return team;
	}

	/**
	 * The team a person works for after signing in: the last one they chose, or their
	 * first.
	 */
	public Optional<Team> toWorkFor(long personId) {
		List<Team> mine = of(personId);
		Long last = this.people.findById(personId).map(Person::lastTeamId).orElse(null);
		return mine.stream()
			.filter((team) -> last != null && team.id() == last)
			.findFirst()
			.or(() -> mine.stream().findFirst());
	}

	/**
	 * Remembers the team a person works for; a team of others does not exist for them.
	 */
	public void switchTo(long personId, long teamId) {
		this.memberships.findByTeamIdAndPersonId(teamId, personId).orElseThrow(() -> new NotFound("team"));
		this.people.findById(personId).ifPresent((person) -> person.worksFor(teamId));
	}

	Team found(long personId, String name, Set<Role> roles) {
		Team team = this.teams.save(new Team(name, this.clock.instant()));
		this.memberships.save(new Membership(team.id(), personId, roles));
		return team;
	}

}

package io.shiplift.security.people;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.PeopleChanged;
import io.shiplift.security.Refused;
import io.shiplift.security.Role;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is in a team, and how its admins change that.
 */
@Component
@Transactional
public class TeamPeople {

	private final PersonRepository people;

	private final MembershipRepository memberships;

	private final TeamRepository teams;

	private final OneTimeLinks links;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	TeamPeople(PersonRepository people, MembershipRepository memberships, TeamRepository teams, OneTimeLinks links,
			ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.memberships = memberships;
		this.teams = teams;
		this.links = links;
		this.events = events;
		this.clock = clock;
	}

	/** Everybody of the member's team, by name. */
	@Transactional(readOnly = true)
	public List<Entry> list(Member member) {
		Map<Long, Membership> memberships = this.memberships.findByTeamId(member.teamId())
			.stream()
			.collect(Collectors.toMap(Membership::personId, Function.identity()));
		return this.people.findByIdInOrderByName(memberships.keySet())
			.stream()
			.map((person) -> new Entry(person.id(), person.name(), person.email(), membership(memberships, person),
					person.isInvited(), person.isDisabled(), mayRule(member, person.id())))
			.toList();
	}

	/**
	 * Adds a person. Somebody without a password gets a one-time link; somebody who has
	 * an account already is in the team at once.
	 */
	public Optional<Token> invite(Member by, Email email, String name, Set<Role> roles) {
		by.require(Role.ADMIN);
		Person person = this.people.findByEmail(email.value())
			.orElseGet(() -> this.people.save(new Person(email, name, this.clock.instant())));
		if (this.memberships.findByTeamIdAndPersonId(by.teamId(), person.id()).isPresent()) {
			throw new Refused(person.email() + " is in this team already.");
		}
		this.memberships.save(new Membership(by.teamId(), person.id(), roles));
		if (!person.isInvited()) {
			tell(by, PeopleChanged.Kind.ADDED, "Added " + person.name() + " as " + Roles.text(roles));
			return Optional.empty();
		}
		tell(by, PeopleChanged.Kind.INVITED, "Invited " + person.email() + " as " + Roles.text(roles));
		return Optional.of(this.links.make(person.id()));
	}

	public void changeRoles(Member by, long personId, Set<Role> roles) {
		Membership membership = held(by, personId);
		if (!roles.contains(Role.ADMIN)) {
			keepAnAdmin(membership);
		}
		Set<Role> before = membership.roles();
		membership.grant(roles);
		if (!before.equals(membership.roles())) {
			tell(by, PeopleChanged.Kind.ROLES_CHANGED, "Changed the roles of " + person(personId).name() + " from "
					+ Roles.text(before) + " to " + Roles.text(membership.roles()));
		}
	}

	public void remove(Member by, long personId) {
		Membership membership = held(by, personId);
		keepAnAdmin(membership);
		this.memberships.delete(membership);
		this.events.publishEvent(new PutOut(personId));
		tell(by, PeopleChanged.Kind.REMOVED, "Took " + person(personId).name() + " out of the team");
	}

	public void disable(Member by, long personId) {
		Membership membership = held(by, personId);
		keepAnAdmin(membership);
		rule(by, personId).setDisabled(true);
		this.links.drop(personId);
		this.events.publishEvent(new PutOut(personId));
		tell(by, PeopleChanged.Kind.DISABLED, "Disabled " + person(personId).name());
	}

	public void enable(Member by, long personId) {
		held(by, personId);
		rule(by, personId).setDisabled(false);
		tell(by, PeopleChanged.Kind.ENABLED, "Enabled " + person(personId).name());
	}

	/** A fresh link for somebody who lost theirs, or their password. */
	public Token newLink(Member by, long personId) {
		held(by, personId);
		Person person = rule(by, personId);
		if (person.isDisabled()) {
			throw new Refused(person.name() + " is disabled. Enable them first.");
		}
		tell(by, PeopleChanged.Kind.LINK_MADE, "Made a new one-time link for " + person.name());
		return this.links.make(personId);
	}

	private Membership held(Member by, long personId) {
		by.require(Role.ADMIN);
		this.teams.hold(by.teamId());
		return this.memberships.findByTeamIdAndPersonId(by.teamId(), personId)
			.orElseThrow(() -> new NotFound("person"));
	}

	private void keepAnAdmin(Membership leaving) {
		boolean another = this.memberships.findByTeamId(leaving.teamId())
			.stream()
			.filter((membership) -> membership.personId() != leaving.personId() && membership.is(Role.ADMIN))
			.map((membership) -> person(membership.personId()))
			.anyMatch((person) -> !person.isDisabled() && !person.isInvited());
		if (leaving.is(Role.ADMIN) && !another) {
			throw new Refused("A team needs an admin who can sign in. Make somebody else admin first.");
		}
	}

	/**
	 * An account belongs to all its teams: only who is admin in every one of them may
	 * close it or open it.
	 */
	private boolean mayRule(Member by, long personId) {
		return this.memberships.findByPersonId(personId)
			.stream()
			.allMatch((membership) -> this.memberships.findByTeamIdAndPersonId(membership.teamId(), by.userId())
				.filter((mine) -> mine.is(Role.ADMIN))
				.isPresent());
	}

	private Person rule(Member by, long personId) {
		if (!mayRule(by, personId)) {
			throw new Refused(
					"This person is also in a team you are not admin of. You can take them out of this team.");
		}
		return person(personId);
	}

	private Person person(long personId) {
		return this.people.findById(personId).orElseThrow(() -> new NotFound("person"));
	}

	private void tell(Member by, PeopleChanged.Kind kind, String text) {
		this.events.publishEvent(PeopleChanged.by(by, kind, text));
	}

	private static Set<Role> membership(Map<Long, Membership> memberships, Person person) {
		Membership membership = memberships.get(person.id());
		return (membership != null) ? membership.roles() : EnumSet.noneOf(Role.class);
	}

	/**
	 * One person of a team, as the page shows them.
	 */
	public record Entry(long id, String name, String email, Set<Role> roles, boolean invited, boolean disabled,
			boolean ruled) {

		public String words() {
			return Roles.text(this.roles);
		}

	}

}

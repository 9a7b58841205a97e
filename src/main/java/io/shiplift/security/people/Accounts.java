package io.shiplift.security.people;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;

import io.shiplift.security.PeopleChanged;
import io.shiplift.security.Refused;
import io.shiplift.security.Role;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What belongs to one person: their name and their password.
 */
@Component
@Transactional
public class Accounts {

	private final PersonRepository people;

	private final Teams teams;

	private final OneTimeLinks links;

	private final Passwords passwords;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Accounts(PersonRepository people, Teams teams, OneTimeLinks links, Passwords passwords,
			ApplicationEventPublisher events, Clock clock) {
		this.people = people;
		this.teams = teams;
		this.links = links;
		this.passwords = passwords;
		this.events = events;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Optional<Person> byEmail(String typed) {
		return Email.of(typed).map(Email::value).flatMap(this.people::findByEmail);
	}

	@Transactional(readOnly = true)
	public Optional<Person> byId(long personId) {
		return this.people.findById(personId);
	}

	/** Makes the very first person, with every role in the very first team. */
	public Person first(Email email, String name, String teamName, String password) {
		Person person = new Person(email, name, this.clock.instant());
		person.setPasswordHash(this.passwords.hash(password));
		this.people.save(person);
		Team team = this.teams.found(person.id(), teamName, EnumSet.allOf(Role.class));
		tell(team, person, PeopleChanged.Kind.SET_UP, "Shiplift was set up with team " + teamName);
		return person;
	}

	/** Sets name and password by a one-time link, which is used up. */
	public Person join(Token token, String name, String password) {
		Person person = this.links.look(token)
			.flatMap(this.people::findById)
			.orElseThrow(() -> new Refused("This link is no longer good. Ask an admin of your team for a new one."));
		if (!this.links.use(token)) {
			throw new Refused("This link was used already. Sign in, or ask an admin of your team for a new one.");
		}
		boolean invited = person.isInvited();
		person.rename(name);
		person.setPasswordHash(this.passwords.hash(password));
		this.teams.toWorkFor(person.id())
			.ifPresent((team) -> tell(team, person,
					invited ? PeopleChanged.Kind.JOINED : PeopleChanged.Kind.PASSWORD_CHANGED,
					invited ? "Joined the team" : "Set a new password by a one-time link"));
		return person;
	}

	public void changePassword(long personId, String password) {
		Person person = this.people.findById(personId).orElseThrow();
		person.setPasswordHash(this.passwords.hash(password));
		this.links.drop(personId);
		this.teams.toWorkFor(personId)
			.ifPresent((team) -> tell(team, person, PeopleChanged.Kind.PASSWORD_CHANGED, "Changed their password"));
	}

	/** Stores a hash made by a newer recipe after the person signed in. */
	public void rehash(long personId, String hash) {
		this.people.findById(personId).ifPresent((person) -> person.setPasswordHash(hash));
	}

	private void tell(Team team, Person person, PeopleChanged.Kind kind, String text) {
		this.events.publishEvent(new PeopleChanged(team.id(), person.id(), person.name(), kind, text));
	}

}

package io.shiplift.security.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.shiplift.security.Member;
import io.shiplift.security.PeopleChanged;
import io.shiplift.security.Refused;
import io.shiplift.security.people.Accounts;
import io.shiplift.security.people.Passwords;
import io.shiplift.security.people.Person;
import io.shiplift.security.people.Team;
import io.shiplift.security.people.Teams;
import io.shiplift.security.people.Token;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Lets a person in by e-mail and password. An unknown, an invited and a disabled person
 * get the same answer after the same time as somebody with a wrong password.
 */
@Component
class Doorkeeper {

	/** Each check of a password takes 19 MiB for a moment. */
	private static final int AT_ONCE = 4;

	private final Accounts accounts;

	private final Teams teams;

	private final Passwords passwords;

	private final PasswordEncoder encoder;

	private final Throttle throttle;

	private final ApplicationEventPublisher events;

	private final Semaphore checks = new Semaphore(AT_ONCE, true);

	private final String nobody;

	Doorkeeper(Accounts accounts, Teams teams, Passwords passwords, PasswordEncoder encoder, Throttle throttle,
			ApplicationEventPublisher events) {
		this.accounts = accounts;
		this.teams = teams;
		this.passwords = passwords;
		this.encoder = encoder;
		this.throttle = throttle;
		this.events = events;
		this.nobody = String.valueOf(encoder.encode(Token.random().value()));
	}

	Answer enter(String email, String password, String address) {
		String account = email.strip().toLowerCase(Locale.ROOT);
		Duration wait = this.throttle.attempt(account, address);
		if (!wait.isZero()) {
			return new Answer.Wait(wait);
		}
		Optional<Person> known = this.accounts.byEmail(account);
		String hash = known.map(Person::passwordHash).orElse(this.nobody);
		if (!matches(password, hash) || known.isEmpty() || known.get().isDisabled() || known.get().isInvited()) {
			return new Answer.Wrong();
		}
		this.throttle.passed(account, address);
		renew(known.get(), password, hash);
		return let(known.get());
	}

	/**
	 * Whether somebody who is signed in knows their own password; guessing is slowed down
	 * as well.
	 */
	boolean knows(Person person, String password, String address) {
		Duration wait = this.throttle.attempt(person.email(), address);
		if (!wait.isZero()) {
			throw new Refused("There were too many wrong tries. Wait " + (wait.toSeconds() + 1) + " s and try again.");
		}
		boolean right = matches(password, Objects.requireNonNullElse(person.passwordHash(), this.nobody));
		if (right) {
			this.throttle.passed(person.email(), address);
		}
		return right;
	}

	/**
	 * Signs in somebody who proved who they are in another way, such as a one-time link.
	 */
	Answer let(Person person) {
		Optional<Team> team = this.teams.toWorkFor(person.id());
		if (team.isEmpty()) {
			return new Answer.NoTeam();
		}
		Member member = new Member(person.id(), person.name(), team.get().id(), team.get().name(),
				this.teams.roles(person.id(), team.get().id()));
		this.events.publishEvent(PeopleChanged.by(member, PeopleChanged.Kind.SIGNED_IN, "Signed in"));
		return new Answer.In(member);
	}

	private void renew(Person person, String password, @Nullable String hash) {
		if (this.encoder.upgradeEncoding(hash)) {
			this.accounts.rehash(person.id(), String.valueOf(this.encoder.encode(password)));
		}
	}

	private boolean matches(String password, String hash) {
		boolean free = false;
		try {
			free = this.checks.tryAcquire(5, TimeUnit.SECONDS);
			return free && this.passwords.matches(password, hash);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			if (free) {
				this.checks.release();
			}
		}
	}

	/**
	 * What the doorkeeper says.
	 */
	sealed interface Answer {

		/**
		 * Come in.
		 */
		record In(Member member) implements Answer {
		}

		/**
		 * E-mail or password is wrong, or the account is not in use.
		 */
		record Wrong() implements Answer {
		}

		/**
		 * Right, but the person is in no team any more.
		 */
		record NoTeam() implements Answer {
		}

		/**
		 * Not now: there were too many wrong tries.
		 */
		record Wait(Duration left) implements Answer {
		}

	}

}

package io.shiplift.security.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import io.shiplift.security.Refused;
import io.shiplift.security.people.Accounts;
import io.shiplift.security.people.Email;
import io.shiplift.security.people.Person;
import io.shiplift.security.people.Token;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one and only making of the first admin. One row in the database decides who of many
 * is first.
 */
@Component
@Transactional
class Setup {

	static final Duration VALID = Duration.ofMinutes(30);

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final Clock clock;

	Setup(JdbcClient jdbc, Accounts accounts, Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	boolean isDone() {
		return this.jdbc.sql("select count(*) from setup where done_at is not null").query(Integer.class).single() > 0;
	}

	/** Makes a link; an older one is no longer good. */
	Token open() {
		Token token = Token.random();
		this.jdbc.sql("update setup set token_hash = ?, expires_at = ? where done_at is null")
			.params(token.hash(), Timestamp.from(this.clock.instant().plus(VALID)))
			.update();
		return token;
	}

	@Transactional(readOnly = true)
	boolean isGood(Token token) {
		return this.jdbc.sql("select count(*) from setup where done_at is null and token_hash = ? and expires_at > ?")
			.params(token.hash(), Timestamp.from(this.clock.instant()))
			.query(Integer.class)
			.single() > 0;
	}

	/** By the link: of many at once exactly one makes the admin. */
	Person complete(Token token, Email email, String name, String team, String password) {
		Timestamp now = Timestamp.from(this.clock.instant());
		int won = this.jdbc
			.sql("update setup set done_at = ?, token_hash = null"
					+ " where done_at is null and token_hash = ? and expires_at > ?")
			.params(now, token.hash(), now)
			.update();
		if (won == 0) {
			throw new Refused("This set-up link was used already or is too old.");
		}
		return this.accounts.first(email, name, team, password);
	}

	/** Without a link, from the configuration; does nothing if somebody was first. */
	void completeUnattended(Email email, String name, String team, String password) {
		int won = this.jdbc.sql("update setup set done_at = ?, token_hash = null where done_at is null")
			.param(Timestamp.from(this.clock.instant()))
			.update();
		if (won == 1) {
			this.accounts.first(email, name, team, password);
		}
	}

}

package io.shiplift.security.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which a person sets a password without knowing an old one. A newer link of a
 * person puts an older one out of use.
 */
@Component
public class OneTimeLinks {

	private static final Duration VALID = Duration.ofHours(24);

	private final JdbcClient jdbc;

	private final Clock clock;

	OneTimeLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Transactional
	public Token make(long personId) {
		Token token = Token.random();
		this.jdbc.sql("delete from one_time_link where person_id = ?").param(personId).update();
		this.jdbc.sql("insert into one_time_link (token_hash, person_id, expires_at) values (?, ?, ?)")
			.params(token.hash(), personId, Timestamp.from(this.clock.instant().plus(VALID)))
			.update();
		return token;
	}

	/** Whose link it is, while it is good. */
	@Transactional(readOnly = true)
	public Optional<Long> look(Token token) {
		return this.jdbc.sql("select person_id from one_time_link where token_hash = ? and expires_at > ?")
			.params(token.hash(), Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.optional();
	}

	/** Uses the link up; of many at once only one gets true. */
	@Transactional
	public boolean use(Token token) {
		return this.jdbc.sql("delete from one_time_link where token_hash = ? and expires_at > ?")
			.params(token.hash(), Timestamp.from(this.clock.instant()))
			.update() == 1;
	}

	/** Puts all links of a person out of use. */
	@Transactional
	public void drop(long personId) {
		this.jdbc.sql("delete from one_time_link where person_id = ?").param(personId).update();
	}

}

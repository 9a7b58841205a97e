package io.shiplift.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets a form do its work once, however often it is sent. The used token, what the form
 * led to and the work itself are committed together.
 */
@Component
public class FormTokens {

	/** Long enough for a tab that was left open over a weekend. */
	private static final Duration KEPT = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	FormTokens(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** A token for the forms of one page, to be sent as a hidden field. */
	public String fresh() {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * Does the work, unless this form was already sent.
	 * @param form what the form does, such as {@code retry network}; part of the token
	 * @param work does it and answers where it led to, such as a path
	 * @return what the first sending led to
	 */
	public String once(String form, String token, Member member, Supplier<String> work) {
		if (!token.matches("[0-9a-f]{32}")) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form carries no token");
		}
		Optional<String> earlier = earlier(form, token, member);
		if (earlier.isPresent()) {
			return earlier.get();
		}
		try {
			return Objects.requireNonNull(this.transaction.execute((status) -> use(form, token, member, work)));
		}
		catch (DuplicateKeyException ex) {
			return earlier(form, token, member).orElseThrow(() -> ex);
		}
	}

	private String use(String form, String token, Member member, Supplier<String> work) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from form_token where used_at < :limit")
			.param("limit", now.minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("insert into form_token (person_id, form, token, used_at, led_to) values (?, ?, ?, ?, '')")
			.params(member.userId(), form, token, now.atOffset(ZoneOffset.UTC))
			.update();
		String ledTo = work.get();
		this.jdbc.sql("update form_token set led_to = ? where person_id = ? and form = ? and token = ?")
			.params(ledTo, member.userId(), form, token)
			.update();
		return ledTo;
	}

	private Optional<String> earlier(String form, String token, Member member) {
		return this.jdbc.sql("select led_to from form_token where person_id = ? and form = ? and token = ?")
			.params(member.userId(), form, token)
			.query(String.class)
			.optional();
	}

}

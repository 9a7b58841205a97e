package io.shiplift.practice.aws;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Call;
import io.shiplift.practice.Change;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.Fate;
import io.shiplift.practice.Faults;
import io.shiplift.practice.Ledger;
import io.shiplift.practice.Pace;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What every service of the practice AWS stands on.
 */
@Component
@ConditionalOnPractice
record Ground(JdbcClient jdbc, Ledger ledger, Faults faults, Pace pace, Clock clock, TargetServer target) {

	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	void look(Place place, String service, String call, String target) {
		this.faults.look(Call.look(place.world(), "aws." + service, call, target));
	}

	/** A call that takes effect at once. */
	<T> void effect(Call call, Supplier<Change<T>> change) {
		once(call, () -> this.ledger.effect(call, change));
	}

	/** A call that starts something. */
	<T> void process(Call call, Function<Fate, Change<T>> change) {
		once(call, () -> this.ledger.process(call, change));
	}

	/** Of two callers at once, one wins and the other may look again. */
	<T> T once(Call call, Supplier<T> made) {
		try {
			return made.get();
		}
		catch (DuplicateKeyException | TransientDataAccessException ex) {
			throw new OutsideProblem(Kind.TRANSIENT, "Practice: two callers at once: " + call, ex);
		}
	}

	static Call call(Place place, String service, String call, String token, String target) {
		return new Call(place.world(), "aws." + service, call, token, target);
	}

}

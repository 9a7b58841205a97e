package io.shiplift.practice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.shiplift.outside.OutsideProblem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door through which the practice world changes. Each mutating call leaves one
 * row, committed together with its effect in a transaction of its own, as an outside
 * system would; {@link Faults} decide whether the call goes well.
 */
@Component
@ConditionalOnPractice
public class Ledger {

	private final JdbcClient jdbc;

	private final TransactionTemplate outside;

	private final Faults faults;

	private final Clock clock;

	Ledger(JdbcClient jdbc, PlatformTransactionManager transactions, Faults faults, Clock clock) {
		this.jdbc = jdbc;
		this.outside = new TransactionTemplate(transactions);
		this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.faults = faults;
		this.clock = clock;
	}

	/**
	 * Carries out a mutating call that takes effect at once.
	 */
	public <T> T effect(Call call, Supplier<Change<T>> change) {
		return process(call, (fate) -> {
			if (fate == Fate.FAILS) {
				throw new OutsideProblem(OutsideProblem.Kind.REFUSED, "Practice: " + call + " was refused");
			}
			if (fate == Fate.HANGS) {
				throw new OutsideProblem(OutsideProblem.Kind.UNKNOWN, "Practice: " + call + " never answered");
			}
			return change.get();
		});
	}

	/**
	 * Carries out a mutating call that starts something which takes time, and which is
	 * told whether that something will come to a good end.
	 */
	public <T> T process(Call call, Function<Fate, Change<T>> change) {
		Faults.Kind fault = this.faults.take(call).orElse(null);
		if (fault == Faults.Kind.THROTTLE) {
			throw Faults.throttled(call);
		}
		T answer = write(call, change, Fate.of(fault));
		if (fault == Faults.Kind.TIMEOUT_AFTER_EFFECT) {
			throw new OutsideProblem(OutsideProblem.Kind.UNKNOWN, "Practice: no answer came to " + call);
		}
		return answer;
	}

	/** Something that the outside does by itself, without being asked. */
	public void happen(Runnable event) {
		this.outside.executeWithoutResult((status) -> event.run());
	}

	/** Everything that was asked of a world, oldest first. */
	public List<Entry> entries(String world) {
		return this.jdbc
			.sql("select id, world, at, service, call, token, target, effect from practice_ledger"
					+ " where world = ? order by id")
			.param(world)
			.query((row, number) -> new Entry(row.getLong("id"), row.getString("world"),
					row.getObject("at", OffsetDateTime.class), row.getString("service"), row.getString("call"),
					row.getString("token"), row.getString("target"), Change.Effect.valueOf(row.getString("effect"))))
			.list();
	}

	private <T> T write(Call call, Function<Fate, Change<T>> change, Fate fate) {
		return Objects.requireNonNull(this.outside.execute((status) -> {
			Change<T> made = change.apply(fate);
			this.jdbc
				.sql("insert into practice_ledger (world, at, service, call, token, target, effect)"
						+ " values (?, ?, ?, ?, ?, ?, ?)")
				.params(call.world(), OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC), call.service(),
						call.name(), call.token(), call.target(), made.effect().name())
				.update();
			return made;
		})).answer();
	}

	/** One row of the ledger. */
	public record Entry(long id, String world, OffsetDateTime at, String service, String call, String token,
			String target, Change.Effect effect) {

	}

}

package io.shiplift.practice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.shiplift.outside.OutsideProblem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What shall go wrong in a practice world. A pattern is a call
 * ({@code aws.stacks.create}), a service ({@code aws.stacks}, {@code aws}), a target or
 * its last part ({@code network}: whatever makes or changes it), or both as
 * {@code aws.stacks.delete@network}. The property {@code shiplift.practice.faults} holds
 * a list of {@code pattern:kind}, such as {@code network:fail-once}, and arms each world
 * once.
 */
@Component
@ConditionalOnPractice
public class Faults {

	private final JdbcClient jdbc;

	private final TransactionTemplate outside;

	private final List<Planned> planned;

	Faults(JdbcClient jdbc, PlatformTransactionManager transactions, PracticeProperties properties) {
		this.jdbc = jdbc;
		this.outside = new TransactionTemplate(transactions);
		this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.planned = properties.faults().stream().map(Planned::parse).toList();
	}

	/** Arms a fault as often as its kind says. */
	public void add(String world, String pattern, Kind kind) {
		add(world, pattern, kind, kind.times());
	}

	/** Arms a fault for a number of calls; a negative number means for ever. */
	public void add(String world, String pattern, Kind kind, int times) {
		this.outside.executeWithoutResult((status) -> insert(world, pattern, kind, times, false));
	}

	/** The faults still armed. */
	public List<Fault> list(String world) {
		arm(world);
		return this.jdbc
			.sql("select id, pattern, kind, remaining from practice_fault where world = ? and remaining <> 0"
					+ " order by id")
			.param(world)
			.query((row, number) -> new Fault(row.getLong("id"), row.getString("pattern"),
					Kind.valueOf(row.getString("kind")), row.getInt("remaining")))
			.list();
	}

	/** Disarms one fault of a world. */
	public void remove(String world, long id) {
		disarm("update practice_fault set remaining = 0 where world = ? and id = ?", world, id);
	}

	/** Disarms all faults of a world. */
	public void clear(String world) {
		arm(world);
		disarm("update practice_fault set remaining = 0 where world = ?", world);
	}

	/**
	 * Consulted by calls that only look: throttled, refused or left without an answer.
	 */
	public void look(Call call) {
		take(call).ifPresent((kind) -> {
			throw switch (kind) {
				case THROTTLE -> throttled(call);
				case FAIL_ONCE, FAIL_ALWAYS ->
					new OutsideProblem(OutsideProblem.Kind.REFUSED, "Practice: " + call + " was refused");
				case TIMEOUT_AFTER_EFFECT, HANG ->
					new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "Practice: " + call + " did not answer");
			};
		});
	}

	Optional<Kind> take(Call call) {
		return list(call.world()).stream()
			.filter((fault) -> matches(fault.pattern(), call))
			.filter(this::use)
			.map(Fault::kind)
			.findFirst();
	}

	static OutsideProblem throttled(Call call) {
		return new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "Practice: too many requests, " + call + " throttled");
	}

	private boolean use(Fault fault) {
		return fault.remaining() < 0 || Boolean.TRUE.equals(this.outside.execute((status) -> this.jdbc
			.sql("update practice_fault set remaining = remaining - 1 where id = ? and remaining > 0")
			.param(fault.id())
			.update() == 1));
	}

	private void arm(String world) {
		if (!this.planned.isEmpty() && !armed(world)) {
			this.outside.executeWithoutResult((status) -> this.planned
				.forEach((fault) -> insert(world, fault.pattern(), fault.kind(), fault.kind().times(), true)));
		}
	}

	private boolean armed(String world) {
		return this.jdbc.sql("select count(*) from practice_fault where world = ? and from_property")
			.param(world)
			.query(Long.class)
			.single() > 0;
	}

	private void insert(String world, String pattern, Kind kind, int times, boolean fromProperty) {
		this.jdbc
			.sql("insert into practice_fault (world, pattern, kind, remaining, from_property) values (?, ?, ?, ?, ?)")
			.params(world, pattern, kind.name(), times, fromProperty)
			.update();
	}

	private void disarm(String sql, Object... parameters) {
		this.outside.executeWithoutResult((status) -> this.jdbc.sql(sql).params(parameters).update());
	}

	private static boolean matches(String pattern, Call call) {
		int at = pattern.indexOf('@');
		if (at >= 0) {
			return matchesCall(pattern.substring(0, at), call) && matchesTarget(pattern.substring(at + 1), call);
		}
		return matchesCall(pattern, call) || (!call.looks() && !call.removes() && matchesTarget(pattern, call));
	}

	private static boolean matchesCall(String pattern, Call call) {
		return call.fullName().equals(pattern) || call.fullName().startsWith(pattern + ".");
	}

	private static boolean matchesTarget(String pattern, Call call) {
		return call.target().equals(pattern) || call.target().endsWith("-" + pattern)
				|| call.token().contains("-" + pattern + "-");
	}

	/** A fault that is armed; {@code remaining} is negative if it lasts for ever. */
	public record Fault(long id, String pattern, Kind kind, int remaining) {

	}

	/** A fault from the property. */
	private record Planned(String pattern, Kind kind) {

		static Planned parse(String text) {
			int colon = text.lastIndexOf(':');
			try {
				return new Planned(text.substring(0, colon).strip(), Kind.of(text.substring(colon + 1)));
			}
			catch (IllegalArgumentException | StringIndexOutOfBoundsException ex) {
				throw new IllegalArgumentException(
						"shiplift.practice.faults takes entries such as network:fail-once, not " + text, ex);
			}
		}

	}

	/** The ways in which a call can go wrong. */
	public enum Kind {

		/** The thing fails on the way, or the call is refused, once. */
		FAIL_ONCE(1),

		/** The same, every time. */
		FAIL_ALWAYS(-1),

		/** Too many requests: nothing happened, three times. */
		THROTTLE(3),

		/** It happens, but no answer comes. */
		TIMEOUT_AFTER_EFFECT(1),

		/** The thing never comes to an end. */
		HANG(1);

		private final int times;

		Kind(int times) {
			this.times = times;
		}

		int times() {
			return this.times;
		}

		static Kind of(String text) {
			return valueOf(text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

}

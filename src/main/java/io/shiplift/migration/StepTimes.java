package io.shiplift.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long steps usually take, from the team's own finished ones.
 */
@Component
public class StepTimes {

	/** How many finished steps of a key speak for the next one. */
	private static final int SAMPLES = 50;

	private final JdbcClient jdbc;

	StepTimes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Usual times of steps that go forward, by key. */
	public Map<String, Usual> forward(long teamId, Collection<String> keys) {
		return usual(teamId, keys, false);
	}

	/** Usual times of the steps of a run. */
	public Map<StepRun, Usual> of(Run run) {
		Map<StepRun, Usual> usual = new HashMap<>();
		for (boolean backward : List.of(true, false)) {
			List<StepRun> steps = run.steps().stream().filter((step) -> step.backward() == backward).toList();
			Map<String, Usual> byKey = usual(run.teamId(), steps.stream().map(StepRun::key).toList(), backward);
			steps.forEach((step) -> {
				Usual times = byKey.get(step.key());
				if (times != null) {
					usual.put(step, times);
				}
			});
		}
		return usual;
	}

	private Map<String, Usual> usual(long teamId, Collection<String> keys, boolean backward) {
		if (keys.isEmpty()) {
			return Map.of();
		}
		List<Sample> samples = this.jdbc.sql("""
				select step_key, started_at, ended_at from (
					select s.step_key, s.started_at, s.ended_at,
						row_number() over (partition by s.step_key order by s.id desc) as age
					from step_run s join run r on r.id = s.run_id
					where r.team_id = :team and s.step_key in (:keys) and s.backward = :backward and s.status = 'DONE'
						and s.decided_by is null and s.started_at is not null) newest
				where age <= :samples""")
			.param("team", teamId)
			.param("keys", Set.copyOf(keys))
			.param("backward", backward)
			.param("samples", SAMPLES)
			.query(StepTimes::sample)
			.list();
		Map<String, List<Duration>> byKey = new TreeMap<>();
		samples.forEach((sample) -> byKey.computeIfAbsent(sample.key(), (key) -> new ArrayList<>()).add(sample.took()));
		Map<String, Usual> usual = new TreeMap<>();
		byKey.forEach((key, took) -> usual.put(key, Usual.of(took)));
		return usual;
	}

	private static Sample sample(ResultSet row, int number) throws SQLException {
		return new Sample(row.getString(1), Duration.between(row.getObject(2, OffsetDateTime.class).toInstant(),
				row.getObject(3, OffsetDateTime.class).toInstant()));
	}

	private record Sample(String key, Duration took) {

	}

	/**
	 * The middle of past times: one in five was shorter than {@code low}, one in five
	 * longer than {@code high}.
	 */
	public record Usual(Duration low, Duration median, Duration high, int samples) {

		static Usual of(Collection<Duration> took) {
			List<Duration> sorted = took.stream().sorted().toList();
			Function<Double, Duration> at = (share) -> sorted.get((int) Math.round(share * (sorted.size() - 1)));
			return new Usual(at.apply(0.2), at.apply(0.5), at.apply(0.8), sorted.size());
		}

	}

}

package io.shiplift.practice.aws;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.aws.Applications.Event;
import io.shiplift.aws.Applications.Status;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the practice environments and of what happens to them.
 */
final class EnvironmentRows {

	private final JdbcClient jdbc;

	private final String world;

	EnvironmentRows(JdbcClient jdbc, String world) {
		this.jdbc = jdbc;
		this.world = world;
	}

	/** Environments that exist at this moment. */
	List<EnvironmentRow> standing(Instant now) {
		return select("world = ?", this.world).stream().filter((row) -> row.stands(now)).toList();
	}

	/** The latest environment of a name, which may be gone. */
	Optional<EnvironmentRow> latest(String name) {
		List<EnvironmentRow> rows = select("world = ? and name = ?", this.world, name);
		return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
	}

	private List<EnvironmentRow> select(String condition, Object... parameters) {
		return this.jdbc.sql("select * from practice_environment where " + condition + " order by id")
			.params(parameters)
			.query((row, number) -> environment(row))
			.list();
	}

	private static EnvironmentRow environment(ResultSet row) throws SQLException {
		return new EnvironmentRow(row.getLong("id"), row.getString("name"), row.getInt("generation"),
				row.getString("environment_id"), row.getString("application"), row.getString("version_label"),
				row.getString("address"), Column.map(row.getString("settings")), Column.map(row.getString("tags")),
				row.getString("token"),
				new EnvironmentRow.Phase(Status.valueOf(row.getString("phase")), row.getString("phase_token")),
				Column.instant(row, "phase_ends"), Column.instant(row, "green_from"));
	}

	long insert(EnvironmentRow row) {
		this.jdbc
			.sql("insert into practice_environment (world, name, generation, environment_id, application,"
					+ " version_label, address, settings, tags, token, phase, phase_token, phase_ends, green_from)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(this.world, row.name(), row.generation(), row.environmentId(), row.application(), row.version(),
					row.address(), Column.write(row.settings()), Column.write(row.tags()), row.token(),
					row.phase().status().name(), row.phase().token(), Column.time(row.phaseEnds()),
					Column.time(row.greenFrom()))
			.update();
		return latest(row.name()).orElseThrow().id();
	}

	void enter(long id, EnvironmentRow.Phase phase, Instant ends, Map<String, String> settings) {
		this.jdbc.sql(
				"update practice_environment set phase = ?, phase_token = ?, phase_ends = ?, settings = ? where id = ?")
			.params(phase.status().name(), phase.token(), Column.time(ends), Column.write(settings), id)
			.update();
	}

	void tell(long environment, Instant now, List<Event> future) {
		this.jdbc.sql("delete from practice_environment_event where environment = ? and at > ?")
			.params(environment, Column.time(now))
			.update();
		int next = this.jdbc
			.sql("select coalesce(max(number), 0) from practice_environment_event where environment = ?")
			.param(environment)
			.query((row, number) -> row.getInt(1))
			.single();
		for (Event event : future) {
			this.jdbc
				.sql("insert into practice_environment_event (environment, number, at, severity, message)"
						+ " values (?, ?, ?, ?, ?)")
				.params(environment, ++next, Column.time(event.at()), event.severity(), event.message())
				.update();
		}
	}

	List<Event> told(long environment, Instant now) {
		return this.jdbc
			.sql("select number, at, severity, message from practice_environment_event"
					+ " where environment = ? and at <= ? order by number")
			.params(environment, Column.time(now))
			.query((row, number) -> new Event(EventId.of(environment, row.getInt("number")), Column.instant(row, "at"),
					row.getString("severity"), row.getString("message")))
			.list();
	}

}

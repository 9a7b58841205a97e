package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.aws.Stacks.Request;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of changes that were worked out.
 */
final class ChangeSetRows {

	private final JdbcClient jdbc;

	private final String world;

	ChangeSetRows(JdbcClient jdbc, String world) {
		this.jdbc = jdbc;
		this.world = world;
	}

	Optional<Row> find(String stack, String name) {
		return this.jdbc
			.sql("select id, request, changes, ready_at, used from practice_change_set"
					+ " where world = ? and stack = ? and name = ?")
			.params(this.world, stack, name)
			.query((row, number) -> new Row(row.getLong("id"), Column.read(row.getString("request"), Request.class),
					List.of(Column.read(row.getString("changes"), Change[].class)), Column.instant(row, "ready_at"),
					row.getBoolean("used")))
			.optional();
	}

	void insert(String name, Request request, List<Change> changes, Instant readyAt) {
		this.jdbc
			.sql("insert into practice_change_set (world, stack, name, request, changes, ready_at, used)"
					+ " values (?, ?, ?, ?, ?, ?, false)")
			.params(this.world, request.name(), name, Column.write(request), Column.write(changes),
					Column.time(readyAt))
			.update();
	}

	/** One set was carried out, so all others of the stack no longer fit. */
	void use(String stack) {
		this.jdbc.sql("update practice_change_set set used = true where world = ? and stack = ?")
			.params(this.world, stack)
			.update();
	}

	int delete(String stack, String name) {
		return this.jdbc.sql("delete from practice_change_set where world = ? and stack = ? and name = ?")
			.params(this.world, stack, name)
			.update();
	}

	/** The stack goes, and its changes with it. */
	void forget(String stack) {
		this.jdbc.sql("delete from practice_change_set where world = ? and stack = ?")
			.params(this.world, stack)
			.update();
	}

	/** Changes with the request they follow from. */
	record Row(long id, Request request, List<Change> changes, Instant readyAt, boolean used) {

	}

}

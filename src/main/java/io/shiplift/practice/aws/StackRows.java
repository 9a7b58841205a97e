package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template.DeletionPolicy;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the practice stacks: what was started, what it is made of and what
 * happens when.
 */
final class StackRows {

	private final JdbcClient jdbc;

	private final Place place;

	private final String world;

	StackRows(JdbcClient jdbc, Place place) {
		this.jdbc = jdbc;
		this.place = place;
		this.world = place.world();
	}

	/** All stacks there ever were, oldest first. */
	List<StackRow> all() {
		return select("world = ?", this.world);
	}

	/** The latest stack of a name, which may be gone. */
	Optional<StackRow> latest(String name) {
		List<StackRow> rows = select("world = ? and name = ?", this.world, name);
		return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
	}

	/** The stack of an id, if there ever was one. */
	Optional<StackRow> byId(String id) {
		return all().stream().filter((row) -> row.arn(this.place).equals(id)).findFirst();
	}

	private List<StackRow> select(String condition, Object... parameters) {
		return this.jdbc
			.sql("select id, name, generation, token, template, tags, parameters, outputs from practice_stack where "
					+ condition + " order by id")
			.params(parameters)
			.query((row, number) -> new StackRow(row.getLong("id"), row.getString("name"), row.getInt("generation"),
					row.getString("token"), Objects.requireNonNullElse(row.getString("template"), ""),
					Column.map(row.getString("tags")), Column.map(row.getString("parameters")),
					Column.map(row.getString("outputs"))))
			.list();
	}

	/** A stack under review has a name and a token, and nothing else yet. */
	long insert(String name, int generation, String token) {
		this.jdbc
			.sql("insert into practice_stack (world, name, generation, token, tags, parameters, outputs)"
					+ " values (?, ?, ?, ?, '{}', '{}', '{}')")
			.params(this.world, name, generation, token)
			.update();
		return latest(name).orElseThrow().id();
	}

	/** What a stack is made from, and what it consists of. */
	void fill(long stack, Stacks.Request request, Map<String, String> outputs, List<Part> parts) {
		this.jdbc.sql("update practice_stack set template = ?, tags = ?, parameters = ?, outputs = ? where id = ?")
			.params(request.template().text(), Column.write(request.tags()), Column.write(request.parameters()),
					Column.write(outputs), stack)
			.update();
		this.jdbc.sql("delete from practice_stack_resource where stack_id = ?").param(stack).update();
		insertParts(stack, parts);
	}

	void tag(long stack, Map<String, String> tags) {
		this.jdbc.sql("update practice_stack set tags = ? where id = ?").params(Column.write(tags), stack).update();
	}

	private void insertParts(long stack, List<Part> parts) {
		int position = 0;
		for (Part part : parts) {
			this.jdbc
				.sql("insert into practice_stack_resource (stack_id, position, resource, type, physical_id,"
						+ " depends_on, deletion_policy) values (?, ?, ?, ?, ?, ?, ?)")
				.params(stack, position++, part.id(), part.type(), part.physicalId(),
						Column.write(List.copyOf(new TreeSet<>(part.after()))), part.policy().name())
				.update();
		}
	}

	List<Part> parts(long stack) {
		return this.jdbc
			.sql("select resource, type, physical_id, depends_on, deletion_policy from practice_stack_resource"
					+ " where stack_id = ? order by position")
			.param(stack)
			.query((row, number) -> new Part(row.getString("resource"), row.getString("type"),
					row.getString("physical_id"), new TreeSet<>(Column.list(row.getString("depends_on"))),
					DeletionPolicy.valueOf(row.getString("deletion_policy"))))
			.list();
	}

	/** Forgets what was still to come and lays down another future. */
	void rewrite(long stack, Instant now, List<Happening> future) {
		this.jdbc.sql("delete from practice_stack_event where stack_id = ? and at > ?")
			.params(stack, Column.time(now))
			.update();
		int next = this.jdbc.sql("select coalesce(max(number), 0) from practice_stack_event where stack_id = ?")
			.param(stack)
			.query((row, number) -> row.getInt(1))
			.single();
		for (Happening happening : future) {
			this.jdbc
				.sql("insert into practice_stack_event (stack_id, number, at, resource, type, status, reason)"
						+ " values (?, ?, ?, ?, ?, ?, ?)")
				.params(stack, ++next, Column.time(happening.at()), happening.resource(), happening.type(),
						happening.status(), happening.reason())
				.update();
		}
	}

	/** What has happened by now, oldest first. */
	List<Stacks.Event> happened(long stack, Instant now) {
		return this.jdbc
			.sql("select number, at, resource, type, status, reason from practice_stack_event"
					+ " where stack_id = ? and at <= ? order by number")
			.params(stack, Column.time(now))
			.query((row, number) -> new Stacks.Event(EventId.of(stack, row.getInt("number")), Column.instant(row, "at"),
					row.getString("resource"), row.getString("type"), row.getString("status"), row.getString("reason")))
			.list();
	}

	/** A stack as it was asked for. */
	record StackRow(long id, String name, int generation, String token, String template, Map<String, String> tags,
			Map<String, String> parameters, Map<String, String> outputs) {

		/** The id by which the stack is found even when it is gone. */
		String arn(Place place) {
			return new Identifiers(place, this.name, this.generation).pseudo("AWS::StackId");
		}

	}

}

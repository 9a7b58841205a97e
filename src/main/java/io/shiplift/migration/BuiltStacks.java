package io.shiplift.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.step.Blueprint;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stacks that a migration had built, as its steps asked for them.
 */
@Component
public class BuiltStacks {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	BuiltStacks(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** The newest version of each, in the order in which they were built. */
	public List<Blueprint> of(String migrationId) {
		Map<String, Blueprint> newest = new LinkedHashMap<>();
		this.jdbc.sql("""
				select m.document from step_memory m
				join step_run s on s.run_id = m.run_id and s.step_key = m.step_key
				where m.migration_id = ? and m.name = ? order by m.run_id, s.id""")
			.params(migrationId, Blueprint.BUILT)
			.query(String.class)
			.list()
			.stream()
			.map((document) -> this.json.readValue(document, Blueprint.class))
			.forEach((blueprint) -> newest.put(blueprint.part(), blueprint));
		return List.copyOf(newest.values());
	}

}

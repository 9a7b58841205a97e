package io.shiplift.practice.heroku;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.shiplift.heroku.Inventory.ConfigVar;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.Worlds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of the scripted Heroku. A world comes into being when it is first looked at.
 */
@Component
@ConditionalOnPractice
class Rows {

	private final JdbcClient jdbc;

	private final Worlds worlds;

	Rows(JdbcClient jdbc, Worlds worlds) {
		this.jdbc = jdbc;
		this.worlds = worlds;
	}

	/** Makes the world unless it exists; of two at once, one wins. */
	void begin(String world, Instant now) {
		this.worlds.begin("practice_heroku_app", world, () -> insert(world, now));
	}

	boolean maintenance(String world) {
		return this.jdbc.sql("select maintenance from practice_heroku_app where world = ?")
			.param(world)
			.query(Boolean.class)
			.single();
	}

	void maintenance(String world, boolean on) {
		this.jdbc.sql("update practice_heroku_app set maintenance = ? where world = ?").params(on, world).update();
	}

	List<Process> processes(String world) {
		return this.jdbc
			.sql("select type, command, size, quantity, ran, scaled_at from practice_heroku_process where world = ?")
			.param(world)
			.query((row, number) -> new Process(row.getString("type"), row.getString("command"), row.getString("size"),
					row.getInt("quantity"), row.getInt("ran"),
					row.getObject("scaled_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	void scale(String world, String type, int quantity, int ran, Instant now) {
		this.jdbc
			.sql("update practice_heroku_process set quantity = ?, ran = ?, scaled_at = ? where world = ? and type = ?")
			.params(quantity, ran, at(now), world, type)
			.update();
	}

	List<ConfigVar> configVars(String world) {
		return this.jdbc.sql("select name, content, add_on from practice_heroku_config where world = ? order by name")
			.param(world)
			.query((row, number) -> {
				String addOn = row.getString("add_on");
				return new ConfigVar(row.getString("name"), row.getString("content"), addOn.isEmpty() ? null : addOn);
			})
			.list();
	}

	/** Keeps that a backup was started, and answers its number. */
	int addBackup(String world, String token) {
		int number = 1 + backups(world).size();
		this.jdbc.sql("insert into practice_heroku_backup (world, number, token) values (?, ?, ?)")
			.params(world, number, token)
			.update();
		return number;
	}

	/** Newest first. */
	List<Capture> backups(String world) {
		return this.jdbc.sql("select number, token from practice_heroku_backup where world = ? order by number desc")
			.param(world)
			.query((row, line) -> new Capture(row.getInt("number"), row.getString("token")))
			.list();
	}

	private void insert(String world, Instant now) {
		this.jdbc
			.sql("insert into practice_heroku_app (world, name, region, stack, maintenance) values (?, ?, ?, ?, false)")
			.params(world, Script.APP, Script.REGION, Script.STACK)
			.update();
		Script.FORMATION.forEach((process) -> this.jdbc
			.sql("insert into practice_heroku_process (world, type, command, size, quantity, ran, scaled_at)"
					+ " values (?, ?, ?, ?, ?, ?, ?)")
			.params(world, process.type(), process.command(), process.size(), process.quantity(), process.quantity(),
					at(now))
			.update());
		Script.configVars()
			.forEach((configVar) -> this.jdbc
				.sql("insert into practice_heroku_config (world, name, content, add_on) values (?, ?, ?, ?)")
				.params(world, configVar.name(), configVar.value(),
						(configVar.addOn() != null) ? configVar.addOn() : "")
				.update());
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** A backup with the token it was started with. */
	record Capture(int number, String token) {

	}

	/** A process type with how many ran when its quantity was last set. */
	record Process(String type, String command, String size, int quantity, int ran, Instant scaledAt) {

	}

}

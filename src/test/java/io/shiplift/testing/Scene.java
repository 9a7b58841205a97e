package io.shiplift.testing;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.step.RunKind;

/**
 * What stands before a test of pages begins: one migration of a shop, as far as it is
 * needed.
 */
public class Scene {

	private final ScriptedRunbook.Script script;

	private final Migrations migrations;

	private final Runs runs;

	private final ManualEngine.Driver engine;

	Scene(ScriptedRunbook.Script script, Migrations migrations, Runs runs, ManualEngine.Driver engine) {
		this.script = script;
		this.migrations = migrations;
		this.runs = runs;
		this.engine = engine;
	}

	/** The only migration there is, without a plan. */
	public Migration drafted() {
		this.script.startAfresh();
		return this.migrations.create("Shop", Visitors.OLGA);
	}

	/** The only migration there is, with a plan. */
	public Migration frozen() {
		return freeze(drafted());
	}

	public Migration freeze(Migration migration) {
		this.migrations.freeze(migration.id(), migration.version(), ScriptedRunbook.plan(migration.id(), "Shop"),
				Visitors.OLGA);
		return this.migrations.find(migration.id(), Visitors.OLGA);
	}

	/** Prepares and rehearses. */
	public void rehearse(Migration migration) {
		run(migration, RunKind.PREPARE);
		run(migration, RunKind.REHEARSAL);
	}

	public Run run(Migration migration, RunKind kind) {
		Run run = this.runs.start(migration.id(), kind, Visitors.OLGA);
		this.engine.runUntilIdle(40);
		return run;
	}

}

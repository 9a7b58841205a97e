package io.shiplift.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.aws.StackStatus;
import io.shiplift.credentials.Connection;
import io.shiplift.fact.Database;
import io.shiplift.migration.BuiltStacks;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.plan.Plan;
import io.shiplift.preview.StackPreview.State;
import io.shiplift.step.Blueprint;
import io.shiplift.step.RunKind;
import io.shiplift.testing.ManualEngine;
import io.shiplift.testing.Pilot;
import io.shiplift.testing.RunbookTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for previews with the real steps in the practice world, and for what happens to a
 * stack that stands when a newer plan is prepared.
 */
@RunbookTest
class PreviewsTests {

	private static final Plan.SourceDatabase HEROKU = new Plan.SourceDatabase(Plan.SourceDatabase.Kind.HEROKU, "", 0,
			"", "", "");

	@Autowired
	private Pilot pilot;

	@Autowired
	private ManualEngine.Driver engine;

	@Autowired
	private Previews previews;

	@Autowired
	private Migrations migrations;

	@Autowired
	private BuiltStacks built;

	@Autowired
	private AwsAccounts accounts;

	@Test
	void showsWhatANewPlanChangesAndChangesIt() {
		Migration migration = this.pilot.prepared(HEROKU);
		FrozenPlan first = newest(migration);
		Plan plan = this.migrations.read(first);
		assertThat(states(migration, first)).containsOnly(State.SAME);
		freeze(migration, with(plan, new Plan.Sizes(plan.sizes().instanceType(), plan.sizes().webInstances(),
				"db.m7g.large", plan.sizes().databaseStorage(), true, plan.sizes().cacheNode())));
		FrozenPlan second = newest(migration);
		assertThat(this.previews.ask(migration, second, Pilot.OLGA)).isEqualTo(1);
		this.engine.tick(Duration.ofMinutes(1));
		assertThat(stack(migration, second, "database").state()).isEqualTo(State.READY);
		assertThat(stack(migration, second, "database")).satisfies((stack) -> {
			assertThat(stack.verb()).isEqualTo("change");
			assertThat(stack.losses()).isEmpty();
			assertThat(stack.changes()).extracting(Change::action, Change::resource, Change::causes)
				.containsExactly(tuple(Action.MODIFY, "Database", List.of("DBInstanceClass", "MultiAZ")));
		});
		Run again = this.pilot.done(this.pilot.start(migration, RunKind.PREPARE));
		assertThat(this.pilot.left(again, Database.class)).isNotNull();
		assertThat(aws(migration).stacks().find("shiplift-" + migration.id() + "-database").orElseThrow().status())
			.isEqualTo(StackStatus.UPDATE_COMPLETE);
		assertThat(states(migration, second)).containsOnly(State.SAME);
		assertThat(this.built.of(migration.id())).filteredOn((blueprint) -> blueprint.part().equals("database"))
			.singleElement()
			.satisfies(
					(blueprint) -> assertThat(blueprint.parameters()).containsEntry("InstanceClass", "db.m7g.large"));
	}

	@Test
	void aPreviewIsClearedAwayOrBuilt() {
		Migration migration = this.pilot.migration();
		freeze(migration, this.migrations.read(newest(this.pilot.prepared(HEROKU))));
		FrozenPlan frozen = newest(migration);
		assertThat(states(migration, frozen)).contains(State.UNASKED, State.LATER);
		assertThat(this.previews.ask(migration, frozen, Pilot.OLGA)).isEqualTo(2);
		assertThat(this.previews.ask(migration, frozen, Pilot.OLGA)).isZero();
		this.engine.tick(Duration.ofMinutes(1));
		assertThat(stack(migration, frozen, "network").state()).isEqualTo(State.READY);
		assertThat(stack(migration, frozen, "network").verb()).isEqualTo("create");
		this.previews.discard(migration, frozen, Pilot.OLGA);
		this.engine.tick(Duration.ofMinutes(1));
		assertThat(aws(migration).stacks().find("shiplift-" + migration.id() + "-network")).isEmpty();
		assertThat(aws(migration).leftovers(migration.id())).isEmpty();
		this.previews.ask(migration, frozen, Pilot.OLGA);
		this.pilot.done(this.pilot.start(migration, RunKind.PREPARE));
		assertThat(states(migration, frozen)).containsOnly(State.SAME);
	}

	@Test
	void whatWasBuiltCanBeKept() throws IOException {
		Migration migration = this.pilot.prepared(HEROKU);
		List<Blueprint> blueprints = this.built.of(migration.id());
		Map<String, String> files = unzip(StackArchive.zip("Shop", "us-east-1", blueprints));
		assertThat(files.keySet()).contains("README.md", "02-network/template.yaml", "02-network/parameters.json",
				"05-database/template.yaml");
		assertThat(files.get("README.md")).contains(
				"aws cloudformation deploy --region us-east-1 --stack-name shiplift-" + migration.id() + "-network",
				"Add the parameter Password");
		Aws.Secrets secrets = aws(migration).secrets();
		String password = secrets.read(secrets.find("shiplift-" + migration.id() + "/cache/password").orElseThrow());
		assertThat(files.values()).noneMatch((text) -> text.contains(password));
		assertThat(files.get("02-network/parameters.json")).contains("\"ParameterKey\" : \"VpcCidr\"");
	}

	private List<State> states(Migration migration, FrozenPlan frozen) {
		return this.previews.of(migration, frozen).stream().map(StackPreview::state).toList();
	}

	private StackPreview stack(Migration migration, FrozenPlan frozen, String part) {
		return this.previews.of(migration, frozen)
			.stream()
			.filter((stack) -> stack.blueprint().part().equals(part))
			.findFirst()
			.orElseThrow();
	}

	private FrozenPlan newest(Migration migration) {
		return this.migrations.newestPlan(this.migrations.find(migration.id(), Pilot.OLGA));
	}

	private void freeze(Migration migration, Plan plan) {
		Migration now = this.migrations.find(migration.id(), Pilot.OLGA);
		this.migrations.freeze(now.id(), now.version(), of(now.id(), plan), Pilot.OLGA);
	}

	private Aws aws(Migration migration) {
		return this.accounts.open(new Connection.Practice(migration.id()),
				this.migrations.read(newest(migration)).region());
	}

	private static Plan of(String id, Plan plan) {
		return new Plan(id, plan.name(), plan.target(), plan.region(), plan.source(), plan.database(), plan.sizes(),
				plan.config(), plan.dns(), plan.healthPath(), plan.resources(), plan.costs(), plan.mapping());
	}

	private static Plan with(Plan plan, Plan.Sizes sizes) {
		return new Plan(plan.migrationId(), plan.name(), plan.target(), plan.region(), plan.source(), plan.database(),
				sizes, plan.config(), plan.dns(), plan.healthPath(), plan.resources(), plan.costs(), plan.mapping());
	}

	private static Map<String, String> unzip(byte[] content) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
	}

}

package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceApp;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan;
import io.shiplift.plan.Planner;
import io.shiplift.plan.Setting;
import io.shiplift.security.Member;
import io.shiplift.source.SourceInspector;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepCatalog.Planned;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Opens drafts with a fresh look at Heroku, and makes the plan that follows from one.
 */
@Component
class Drafts {

	private final Migrations migrations;

	private final Connections connections;

	private final SourceInspector inspector;

	private final Planner planner;

	private final StepCatalog catalog;

	Drafts(Migrations migrations, Connections connections, SourceInspector inspector, Planner planner,
			StepCatalog catalog) {
		this.migrations = migrations;
		this.connections = connections;
		this.inspector = inspector;
		this.planner = planner;
		this.catalog = catalog;
	}

	Draft open(String id, Member member) {
		Migration migration = this.migrations.find(id, member);
		Answers answers = Answers.fromJson(migration.answers());
		Connection connection = this.connections.of(id);
		return new Draft(migration, new Setting(this.inspector.apps(connection), source(connection, answers), answers));
	}

	/** The plan with what its steps will make; refused while questions are open. */
	Plan plan(Draft draft) {
		Plan bare = plan(draft, List.of());
		List<Plan.Resource> resources = new ArrayList<>();
		for (Planned planned : this.catalog.forward(RunKind.PREPARE, bare)) {
			resources.addAll(this.catalog.step(planned.key()).resources(bare));
		}
		return plan(draft, resources);
	}

	/** What a step is called, or its key if there is no such step any more. */
	String stepTitle(Plan plan, String key) {
		return this.catalog.forward(RunKind.PREPARE, plan).stream().anyMatch((planned) -> planned.key().equals(key))
				? this.catalog.step(key).title() : key;
	}

	private Plan plan(Draft draft, List<Plan.Resource> resources) {
		return this.planner.plan(draft.migration().id(), draft.migration().name(), draft.setting(), resources);
	}

	private @Nullable SourceApp source(Connection connection, Answers answers) {
		String app = answers.value("app", "app");
		return app.isEmpty() ? null : this.inspector.inspect(connection, app).orElse(null);
	}

}

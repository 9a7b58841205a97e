package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.SourceLooks;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Known;
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

	private final SourceLooks looks;

	private final Planner planner;

	private final StepCatalog catalog;

	private final Background background;

	Drafts(Migrations migrations, Connections connections, SourceInspector inspector, SourceLooks looks,
			Planner planner, StepCatalog catalog, Background background) {
		this.migrations = migrations;
		this.connections = connections;
		this.inspector = inspector;
		this.looks = looks;
		this.planner = planner;
		this.catalog = catalog;
		this.background = background;
	}

	Draft open(String id, Member member) {
		Migration migration = this.migrations.find(id, member);
		Answers answers = Answers.fromJson(migration.answers());
		Setting setting = migration.practice() ? practised(id, answers) : known(migration, answers, member);
		return new Draft(migration, setting.with(this.background.at(id)));
	}

	/** The practice world answers at once, so it is asked each time. */
	private Setting practised(String id, Answers answers) {
		Connection connection = this.connections.of(id);
		return new Setting(this.inspector.apps(connection), source(connection, answers), answers);
	}

	/** A real account is looked at once, and again before something rests on it. */
	private Setting known(Migration migration, Answers answers, Member member) {
		String app = answers.value("app", "app");
		Optional<SourceApp> source = app.isEmpty() ? Optional.empty()
				: this.looks.known(migration, member).map(SourceSnapshot::app);
		return new Setting(source.map((found) -> List.of(found.name())).orElse(List.of()), source.orElse(null),
				answers);
	}

	/** The draft with all that is known besides the app, which takes another look. */
	Draft informed(Draft draft) {
		if (!draft.setting().appChosen()) {
			return draft;
		}
		String app = draft.setting().app().name();
		Migration migration = draft.migration();
		Known known = this.background.looking(migration.id(), this.connections.of(migration.id()), app);
		return new Draft(migration, draft.setting().with(known));
	}

	/** The plan with what its steps will make; refused while questions are open. */
	Plan plan(Draft seen) {
		Draft draft = informed(seen);
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

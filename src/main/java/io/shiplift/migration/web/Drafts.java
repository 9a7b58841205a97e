package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.SourceLooks;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan;
import io.shiplift.plan.Planner;
import io.shiplift.plan.Setting;
import io.shiplift.security.Member;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepCatalog.Planned;

import org.springframework.stereotype.Component;

/**
 * Opens drafts upon the last look at Heroku, and makes the plan that follows from one.
 */
@Component
class Drafts {

	private final Migrations migrations;

	private final SourceLooks looks;

	private final Planner planner;

	private final StepCatalog catalog;

	private final Background background;

	Drafts(Migrations migrations, SourceLooks looks, Planner planner, StepCatalog catalog, Background background) {
		this.migrations = migrations;
		this.looks = looks;
		this.planner = planner;
		this.catalog = catalog;
		this.background = background;
	}

	/** Heroku is looked at once, and again before something rests on it. */
	Draft open(String id, Member member) {
		Migration migration = this.migrations.find(id, member);
		Answers answers = Answers.fromJson(migration.answers());
		Optional<SourceSnapshot> seen = SourceLooks.app(migration).isEmpty() ? Optional.empty()
				: this.looks.known(migration, member);
		Optional<SourceApp> app = seen.map(SourceSnapshot::app);
		Setting setting = new Setting(app.stream().map(SourceApp::name).toList(), app.orElse(null), answers);
		return new Draft(migration, setting.with(this.background.of(id, seen.orElse(null))));
	}

	/**
	 * The plan with what its steps will make, upon a whole look; refused while questions
	 * are open.
	 */
	Plan plan(Draft seen, Member member) {
		boolean looked = seen.setting().appChosen() && this.looks.first(seen.migration(), member);
		Draft draft = looked ? open(seen.migration().id(), member) : seen;
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

}

package io.shiplift.migration.web;

import java.util.List;
import java.util.stream.Stream;

import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.HubTask;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Past;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.plan.CostComparison;
import io.shiplift.plan.Questions;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import io.shiplift.step.RunKind;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the page of one migration: what is to be done, in order, and how it stands.
 */
@Component
class Hub {

	private final Migrations migrations;

	private final Runs runs;

	private final Questions questions;

	private final People people;

	private final List<HubTask> tasks;

	Hub(Migrations migrations, Runs runs, Questions questions, People people, List<HubTask> tasks) {
		this.tasks = tasks;
		this.migrations = migrations;
		this.runs = runs;
		this.questions = questions;
		this.people = people;
	}

	void fill(Model model, Draft draft, Member member) {
		Migration migration = draft.migration();
		Past past = this.runs.past(migration.id(), member);
		List<Run> all = past.runs();
		List<FrozenPlan> plans = this.migrations.plans(migration);
		int open = this.questions.open(draft.setting()).size();
		model.addAttribute("migration", migration);
		model.addAttribute("state", Standing.of(migration, all.isEmpty() ? null : all.getFirst()));
		model.addAttribute("app", draft.answers().value("app", "app"));
		model.addAttribute("answered", this.questions.keys().size() - open);
		model.addAttribute("count", this.questions.keys().size());
		model.addAttribute("open", open);
		model.addAttribute("tasks",
				this.tasks.stream()
					.filter((task) -> task.concerns(migration))
					.map((task) -> task.card(migration))
					.toList());
		model.addAttribute("plans", plans);
		model.addAttribute("stages", stages(past, migration.planNumber()));
		model.addAttribute("back", Stage.of(RunKind.RETURN, past, 0));
		model.addAttribute("teardown", Stage.of(RunKind.TEARDOWN, past, 0));
		model.addAttribute("runs", all.stream().map((run) -> new RunLine(run, Standing.of(run))).toList());
		model.addAttribute("creator", this.people.name(migration.createdBy()));
		model.addAttribute("editor", this.people.name(migration.editedBy()));
		if (!plans.isEmpty()) {
			model.addAttribute("costs", CostComparison.of(this.migrations.read(plans.getFirst())));
		}
	}

	private static List<Stage> stages(Past past, int newestPlan) {
		return Stream.of(RunKind.PREPARE, RunKind.REHEARSAL, RunKind.CUTOVER)
			.map((kind) -> Stage.of(kind, past, newestPlan))
			.toList();
	}

	/** A run with its words. */
	record RunLine(Run run, Standing words) {

	}

}

package io.shiplift.migration.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.plan.Plan;
import io.shiplift.plan.PlanDifference;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * All frozen plans of a migration, each with what it changed.
 */
@Controller
class PlansController {

	private final Migrations migrations;

	private final People people;

	PlansController(Migrations migrations, People people) {
		this.migrations = migrations;
		this.people = people;
	}

	@GetMapping("/migrations/{id}/plans")
	String list(@PathVariable String id, Member member, Model model) {
		Migration migration = this.migrations.find(id, member);
		List<Version> versions = new ArrayList<>();
		Plan before = null;
		for (FrozenPlan frozen : this.migrations.plans(migration).reversed()) {
			Plan plan = this.migrations.read(frozen);
			versions.addFirst(version(frozen, before, plan));
			before = plan;
		}
		model.addAttribute("migration", migration);
		model.addAttribute("versions", versions);
		return "migration/plans";
	}

	private Version version(FrozenPlan frozen, @Nullable Plan before, Plan plan) {
		return new Version(frozen.number(), frozen.hash(), this.people.name(frozen.frozenBy()), frozen.frozenAt(),
				(before != null) ? PlanDifference.between(before, plan) : List.of());
	}

	/** A frozen plan with what differs from the one before. */
	record Version(int number, String hash, String freezer, Instant at, List<PlanDifference> differences) {

	}

}

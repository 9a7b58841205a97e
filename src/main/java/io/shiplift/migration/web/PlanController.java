package io.shiplift.migration.web;

import io.shiplift.migration.EditedMeanwhile;
import io.shiplift.migration.FreezeRefused;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.SourceLooks;
import io.shiplift.plan.OpenQuestions;
import io.shiplift.plan.Plan;
import io.shiplift.plan.PlanDifference;
import io.shiplift.plan.PlanHash;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import io.shiplift.security.Role;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The plan that follows from the draft, and the frozen ones.
 */
@Controller
@RequestMapping("/migrations/{id}")
class PlanController {

	private final Drafts drafts;

	private final Migrations migrations;

	private final SourceLooks looks;

	private final People people;

	PlanController(Drafts drafts, Migrations migrations, SourceLooks looks, People people) {
		this.drafts = drafts;
		this.migrations = migrations;
		this.looks = looks;
		this.people = people;
	}

	@GetMapping("/plan")
	String plan(@PathVariable String id, Member member, Model model) {
		Draft draft = this.drafts.open(id, member);
		try {
			Plan plan = this.drafts.plan(draft, member);
			fill(model, draft.migration(), plan, PlanHash.of(plan));
			compare(model, draft.migration(), draft.migration().planNumber(), plan);
			model.addAttribute("objections", this.migrations.objections(draft.migration(), plan));
			return "migration/plan";
		}
		catch (OpenQuestions ex) {
			return "redirect:" + draft.path("/answers/check");
		}
	}

	/** Freezes the plan, if it is still the one that the person saw. */
	@PostMapping("/plans")
	String freeze(@PathVariable String id, @RequestParam String hash, Member member, RedirectAttributes flash) {
		member.require(Role.OPERATOR);
		String news = this.looks.news(this.migrations.find(id, member), member);
		if (!news.isEmpty()) {
			flash.addFlashAttribute("warning", news + " This is the plan that follows now.");
			return "redirect:/migrations/" + id + "/plan";
		}
		Draft draft = this.drafts.open(id, member);
		try {
			Plan plan = this.drafts.plan(draft, member);
			if (PlanHash.of(plan).equals(hash)) {
				this.migrations.lookAgain(draft.migration());
				FrozenPlan frozen = this.migrations.freeze(id, draft.migration().version(), plan, member);
				flash.addFlashAttribute("done", "Plan " + frozen.number() + " is frozen.");
				return "redirect:" + draft.path("");
			}
		}
		catch (FreezeRefused ex) {
			flash.addFlashAttribute("problem", ex.getMessage());
			return "redirect:" + draft.path("/plan");
		}
		catch (EditedMeanwhile | OpenQuestions ex) {
			// the plan is no longer the one that was seen
		}
		flash.addFlashAttribute("warning",
				"The plan changed while you looked at it, so it was not frozen. This is the new one.");
		return "redirect:" + draft.path("/plan");
	}

	@GetMapping("/plans/{number:\\d{1,6}}")
	String frozen(@PathVariable String id, @PathVariable int number, Member member, Model model) {
		Migration migration = this.migrations.find(id, member);
		FrozenPlan frozen = this.migrations.frozenPlan(migration, number);
		fill(model, migration, this.migrations.read(frozen), frozen.hash());
		compare(model, migration, number - 1, this.migrations.read(frozen));
		model.addAttribute("frozen", frozen);
		model.addAttribute("freezer", this.people.name(frozen.frozenBy()));
		model.addAttribute("editor", this.people.name(frozen.editedBy()));
		return "migration/frozen";
	}

	@GetMapping("/plans/{number:\\d{1,6}}.json")
	ResponseEntity<String> document(@PathVariable String id, @PathVariable int number, Member member) {
		FrozenPlan frozen = this.migrations.frozenPlan(this.migrations.find(id, member), number);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plan-" + id + "-" + number + ".json\"")
			.body(frozen.document());
	}

	/** What differs from an earlier plan, if there is one. */
	private void compare(Model model, Migration migration, int earlier, Plan plan) {
		if (earlier > 0) {
			FrozenPlan frozen = this.migrations.frozenPlan(migration, earlier);
			model.addAttribute("earlier", earlier);
			model.addAttribute("same", frozen.hash().equals(PlanHash.of(plan)) ? frozen : null);
			model.addAttribute("differences", PlanDifference.between(this.migrations.read(frozen), plan));
		}
	}

	private void fill(Model model, Migration migration, Plan plan, String hash) {
		model.addAttribute("migration", migration);
		model.addAttribute("plan", PlanPage.of(plan, hash, (key) -> this.drafts.stepTitle(plan, key)));
	}

}

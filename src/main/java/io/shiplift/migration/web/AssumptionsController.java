package io.shiplift.migration.web;

import java.util.List;

import io.shiplift.plan.Assumptions;
import io.shiplift.plan.BillLine;
import io.shiplift.plan.CentRange;
import io.shiplift.security.Member;
import io.shiplift.security.People;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The sheet of everything that the plan takes for granted, for a reviewer.
 */
@Controller
class AssumptionsController {

	private final Drafts drafts;

	private final Assumptions assumptions;

	private final CostPages costs;

	private final People people;

	AssumptionsController(Drafts drafts, Assumptions assumptions, CostPages costs, People people) {
		this.drafts = drafts;
		this.assumptions = assumptions;
		this.costs = costs;
		this.people = people;
	}

	@GetMapping("/migrations/{id}/assumptions")
	String sheet(@PathVariable String id, Member member, Model model) {
		Draft draft = this.drafts.open(id, member);
		model.addAttribute("migration", draft.migration());
		model.addAttribute("editor", this.people.name(draft.migration().editedBy()));
		model.addAttribute("assumptions", this.assumptions.of(draft.setting()));
		model.addAttribute("amounts", amounts(draft));
		return "migration/assumptions";
	}

	/** Lines of the bill that rest on amounts which nobody knows yet. */
	private List<BillLine> amounts(Draft draft) {
		if (!this.costs.possible(draft)) {
			return List.of();
		}
		return this.costs.columns(draft).getFirst().scenario().bill().aws().stream().filter((line) -> {
			CentRange range = line.amount();
			return range.low() != range.high() || !line.priced();
		}).toList();
	}

}

package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.migration.Variants;
import io.shiplift.plan.Question;
import io.shiplift.plan.Scenarios;
import io.shiplift.plan.Setting;
import io.shiplift.plan.WhatIf;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the page of costs and what-ifs.
 */
@Component
class CostPages {

	private final Scenarios scenarios;

	private final Variants variants;

	CostPages(Scenarios scenarios, Variants variants) {
		this.scenarios = scenarios;
		this.variants = variants;
	}

	boolean possible(Draft draft) {
		return draft.setting().appChosen() && this.scenarios.possible(this.scenarios.completed(draft.setting()));
	}

	void fill(Model model, Draft draft) {
		Setting setting = draft.setting();
		List<CostsPage.Column> columns = columns(draft);
		model.addAttribute("migration", draft.migration());
		model.addAttribute("page", new CostsPage(columns));
		model.addAttribute("room", columns.size() <= Variants.MOST);
		model.addAttribute("regions", choices(setting, "region", "region"));
		model.addAttribute("machines", choices(setting, "web", "instanceType"));
		model.addAttribute("databases", choices(setting, "database", "class"));
		model.addAttribute("standbys", choices(setting, "database", "standby"));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", WhatIfForm.of(columns.getFirst().scenario().choices()));
		}
	}

	List<CostsPage.Column> columns(Draft draft) {
		WhatIf now = WhatIf.of(this.scenarios.completed(draft.setting()));
		List<CostsPage.Column> columns = new ArrayList<>();
		columns.add(new CostsPage.Column(0, this.scenarios.scenario("As answered", draft.setting(), now)));
		for (Variants.Variant variant : this.variants.all(draft.migration().id())) {
			columns.add(new CostsPage.Column(variant.id(),
					this.scenarios.scenario(variant.name(), draft.setting(), variant.choices())));
		}
		return columns;
	}

	private List<Choice> choices(Setting setting, String question, String field) {
		return this.scenarios.options(setting, question, field).stream().map(Choice::of).toList();
	}

	/** A choice as the fields of forms want it. */
	record Choice(String value, String title, String hint) {

		static Choice of(Question.Option option) {
			return new Choice(option.value(), option.label(), option.note());
		}

	}

}

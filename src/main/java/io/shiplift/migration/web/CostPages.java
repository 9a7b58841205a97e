package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.migration.Invoices;
import io.shiplift.migration.Variants;
import io.shiplift.plan.Question;
import io.shiplift.plan.Scenarios;
import io.shiplift.plan.Setting;
import io.shiplift.plan.WhatIf;
import io.shiplift.security.Member;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Fills the page of costs and what-ifs.
 */
@Component
class CostPages {

	private static final List<Choice> PLACES = List.of(new Choice("machines", "Machines of Elastic Beanstalk", ""),
			new Choice("fargate", "Tasks on Fargate, as many as dynos (only to compare)", ""));

	private static final List<Choice> GATEWAYS = List.of(new Choice("one", "One for both zones", ""),
			new Choice("zones", "One in each zone (only to compare)", ""));

	private final Scenarios scenarios;

	private final Variants variants;

	private final Invoices invoices;

	CostPages(Scenarios scenarios, Variants variants, Invoices invoices) {
		this.scenarios = scenarios;
		this.variants = variants;
		this.invoices = invoices;
	}

	boolean possible(Draft draft) {
		return draft.setting().appChosen() && this.scenarios.possible(this.scenarios.completed(draft.setting()));
	}

	void fill(Model model, Draft draft) {
		Setting setting = draft.setting();
		List<CostsPage.Column> columns = columns(draft);
		model.addAttribute("migration", draft.migration());
		Optional<Invoices.Invoice> invoice = this.invoices.of(draft.migration().id());
		model.addAttribute("page", new CostsPage(columns, invoice.map(Invoices.Invoice::cents).orElse(null)));
		model.addAttribute("room", columns.size() <= Variants.MOST);
		model.addAttribute("regions", choices(setting, "region", "region"));
		model.addAttribute("machines", choices(setting, "web", "instanceType"));
		model.addAttribute("databases", choices(setting, "database", "class"));
		model.addAttribute("standbys", choices(setting, "database", "standby"));
		model.addAttribute("places", PLACES);
		model.addAttribute("gateways", GATEWAYS);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", WhatIfForm.of(columns.getFirst().scenario().choices()));
		}
		if (!model.containsAttribute("invoice")) {
			model.addAttribute("invoice", InvoiceForm.of(invoice));
		}
	}

	void keep(String migrationId, InvoiceForm form, Member member) {
		form.cents()
			.ifPresentOrElse((cents) -> this.invoices.keep(migrationId, cents, member.userId()),
					() -> this.invoices.remove(migrationId));
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

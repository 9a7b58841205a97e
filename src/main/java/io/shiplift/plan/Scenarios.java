package io.shiplift.plan;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Prices the answers and what-ifs. Questions that are still open count as proposed.
 */
@Component
public class Scenarios {

	private final Questions questions;

	private final Planner planner;

	public Scenarios(Questions questions, Planner planner) {
		this.questions = questions;
		this.planner = planner;
	}

	/** The answers, completed by what is proposed. */
	public Answers completed(Setting setting) {
		return this.questions.proposed(setting);
	}

	/** Whether everything that costs money has an answer or at least a proposal. */
	public boolean possible(Answers completed) {
		return List.of(RegionTopic.KEY, WebTopic.KEY, DatabaseTopic.KEY).stream().allMatch(completed::has);
	}

	public Scenario scenario(String name, Setting setting, WhatIf choices) {
		Answers answers = choices.over(completed(setting));
		return new Scenario(name, choices, this.planner.bill(setting.with(answers), choices));
	}

	/** What is wrong with a what-if, by what was chosen; empty if nothing is. */
	public Map<String, String> errors(Setting setting, WhatIf choices) {
		Answers answers = choices.over(completed(setting));
		return List.of(RegionTopic.KEY, WebTopic.KEY, DatabaseTopic.KEY)
			.stream()
			.map((key) -> this.questions.reply(key, setting.with(answers), answers.of(key)))
			.filter((reply) -> reply instanceof Reply.Refused)
			.map((reply) -> ((Reply.Refused) reply).errors())
			.findFirst()
			.orElse(Map.of());
	}

	/** The choices of a field, such as all regions. */
	public List<Question.Option> options(Setting setting, String question, String field) {
		return this.questions.ask(question, setting)
			.fields()
			.stream()
			.filter((candidate) -> candidate.name().equals(field))
			.findFirst()
			.map(Question.Field::options)
			.orElse(List.of());
	}

}

package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.AddOnFate.Kind;

/**
 * Where each add-on goes. One that nobody knows has no proposal, so that it cannot vanish
 * unseen.
 */
class AddOnTopic implements Topic {

	static final String KEY = "addons";

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		AddOns addOns = new AddOns(setting);
		List<Question.Field> fields = setting.app().addOns().stream().map((addOn) -> field(addOns, addOn)).toList();
		String hint = fields.isEmpty() ? "The app has no add-ons, so there is nothing to decide."
				: "Whatever Heroku bills ends when the add-on is removed; nothing is removed before you say so.";
		return new Question(KEY, "Where do the add-ons go?", hint, Question.Layout.TABLE, fields);
	}

	private static Question.Field field(AddOns addOns, SourceApp.AddOn addOn) {
		List<Question.Option> options = new ArrayList<>();
		String proposal = addOns.proposal(addOn).map(Kind::name).orElse("");
		if (proposal.isEmpty()) {
			options.add(new Question.Option("", "Choose", "", "Say what becomes of this add-on."));
		}
		addOns.kinds(addOn).forEach((kind) -> options.add(option(addOns, addOn, kind)));
		String todo = addOns.todo(addOn);
		return Question.Field.select(addOn.name(), addOn.name(), options, proposal,
				addOns.reason(addOn) + (todo.isEmpty() ? "" : " " + todo));
	}

	private static Question.Option option(AddOns addOns, SourceApp.AddOn addOn, Kind kind) {
		String label = switch (kind) {
			case AWS ->
				addOns.built(addOn) ? "Move to " + addOns.target(addOn) : "You move it to " + addOns.target(addOn);
			case KEEP -> addOn.service().startsWith("heroku-") ? "Go on using it at Heroku" : "Keep the vendor";
			case REPLACE ->
				"Replace it" + (addOns.target(addOn).isEmpty() ? "" : ", for example by " + addOns.target(addOn));
			case DROP -> "Leave it behind";
		};
		return new Question.Option(kind.name(), label, "");
	}

}

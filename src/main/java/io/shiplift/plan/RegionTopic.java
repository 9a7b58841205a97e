package io.shiplift.plan;

import java.util.List;

/**
 * Where on AWS the app will live.
 */
class RegionTopic implements Topic {

	static final String KEY = "region";

	private final Prices prices;

	RegionTopic(Prices prices) {
		this.prices = prices;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		String herokuRegion = setting.app().region();
		String proposal = HerokuRegions.nearest(herokuRegion);
		List<Question.Option> options = this.prices.regions()
			.stream()
			.map((region) -> new Question.Option(region.name(), region.name() + " (" + region.place() + ")",
					priceNote(region.percent())))
			.toList();
		return new Question(KEY, "In which AWS region will it live?",
				"Near your visitors and near what the app talks to. It cannot be changed later without another move.",
				Question.Layout.FIELDS, List.of(Question.Field.radio("region", "AWS region", options, proposal,
						"Heroku's region " + herokuRegion + " lies there, so the data has the shortest way.")));
	}

	private static String priceNote(int percent) {
		return (percent == 100) ? "" : "About " + Math.abs(percent - 100) + " % "
				+ ((percent > 100) ? "dearer" : "cheaper") + " than us-east-1";
	}

}

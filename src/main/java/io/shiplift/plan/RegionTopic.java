package io.shiplift.plan;

import java.util.List;
import java.util.Map;

/**
 * Where on AWS the app will live.
 */
class RegionTopic implements Topic {

	static final String KEY = "region";

	private static final Map<String, String> NEAREST = Map.ofEntries(Map.entry("us", "us-east-1"),
			Map.entry("eu", "eu-west-1"), Map.entry("dublin", "eu-west-1"), Map.entry("frankfurt", "eu-central-1"),
			Map.entry("london", "eu-west-2"), Map.entry("montreal", "ca-central-1"), Map.entry("mumbai", "ap-south-1"),
			Map.entry("oregon", "us-west-2"), Map.entry("singapore", "ap-southeast-1"),
			Map.entry("sydney", "ap-southeast-2"), Map.entry("tokyo", "ap-northeast-1"),
			Map.entry("virginia", "us-east-1"));

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
		String proposal = NEAREST.getOrDefault(herokuRegion, "us-east-1");
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

package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.fact.SourceApp;

/**
 * How large the database server is, and whether it has a standby.
 */
class DatabaseTopic implements Topic {

	static final String KEY = "database";

	private final Prices prices;

	DatabaseTopic(Prices prices) {
		this.prices = prices;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		String plan = postgres(setting.app()).map(SourceApp.AddOn::plan).orElse("");
		Prices.PostgresPlan match = this.prices.postgres(plan);
		String today = plan.isEmpty() ? "The app has no Heroku Postgres; this is a small start."
				: "It matches " + plan + ".";
		return new Question(KEY, "How large is the database?",
				"PostgreSQL on RDS, encrypted, with seven days of backups. A class can be changed later.",
				Question.Layout.FIELDS,
				List.of(Question.Field.radio("class", "Database class", classes(setting), match.databaseClass(), today),
						Question.Field.number("storage", "Storage in GiB",
								"From 20 to 65,536. It can grow, never shrink.", match.storage(),
								plan.isEmpty() ? "A usual start."
										: "The Heroku plan holds no more. Type less if you know the data is small."),
						standby(setting, plan)));
	}

	@Override
	public Reply reply(Setting setting, Map<String, String> typed) {
		Reply reply = Typed.check(ask(setting), typed);
		String storage = Typed.clean(typed.getOrDefault("storage", ""));
		return Typed.also(reply, "storage", Typed.outside(storage, 20, 65536, "a size"));
	}

	static Optional<SourceApp.AddOn> postgres(SourceApp app) {
		return Destinations.mainPostgres(app);
	}

	private List<Question.Option> classes(Setting setting) {
		PriceList prices = priceList(setting);
		return this.prices.databases()
			.stream()
			.map((machine) -> new Question.Option(machine.name(),
					machine.name() + " (" + machine.memory() + ", " + machine.cpus() + " CPUs)",
					prices.dollarsOfMonth(machine.name()) + " a month"))
			.toList();
	}

	private Question.Field standby(Setting setting, String plan) {
		boolean hasOne = plan.matches(".*:(premium|private|shield)-.*");
		String chosen = setting.answers().value(KEY, "class");
		String name = chosen.isEmpty() ? this.prices.postgres(plan).databaseClass() : chosen;
		String price = priceList(setting).dollarsOfMonth(name);
		return Question.Field.radio("standby", "Standby in a second zone",
				List.of(new Question.Option("no", "No", "After a fault it is back in minutes to hours."),
						new Question.Option("yes", "Yes",
								"Takes over within two minutes; " + price + " a month more with " + name)),
				hasOne ? "yes" : "no", hasOne ? "The Heroku plan has one." : "The Heroku plan has none either.");
	}

	private static PriceList priceList(Setting setting) {
		return PriceList.of(setting.answers().value(RegionTopic.KEY, "region"));
	}

}

package io.shiplift.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseHealth;
import io.shiplift.data.DatabaseHealthReader;
import io.shiplift.data.DatabaseInspector;
import io.shiplift.data.InvalidAddress;
import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.heroku.Heroku;
import io.shiplift.outside.OutsideProblem;

import org.springframework.stereotype.Component;

/**
 * Looks at the databases of an app: what Heroku says, and what queries measure.
 */
@Component
class DatabaseLooks {

	private static final String MAIN = "DATABASE_URL";

	private static final int TABLES = 20;

	private final DatabaseInspector inspector;

	private final DatabaseHealthReader health;

	DatabaseLooks(DatabaseInspector inspector, DatabaseHealthReader health) {
		this.inspector = inspector;
		this.health = health;
	}

	List<SourceDatabaseSeen> of(Heroku heroku, String app, List<Heroku.AddOn> addOns, List<Heroku.ConfigVar> configVars,
			Gathering gathering) {
		List<Supplier<SourceDatabaseSeen>> looks = addOns.stream()
			.filter((addOn) -> addOn.service().equals("heroku-postgresql"))
			.map((addOn) -> gathering.ask(() -> look(heroku, app, addOn, configVars, gathering)))
			.toList();
		return looks.stream().map(Supplier::get).toList();
	}

	private SourceDatabaseSeen look(Heroku heroku, String app, Heroku.AddOn addOn, List<Heroku.ConfigVar> configVars,
			Gathering gathering) {
		Supplier<Optional<Heroku.DatabaseInfo>> info = gathering.ask(
				"What Heroku knows of the database " + addOn.name(), Optional.empty(),
				() -> Optional.of(heroku.databaseInfo(addOn.more().id())));
		Optional<Heroku.ConfigVar> address = configVars.stream()
			.filter((configVar) -> addOn.name().equals(configVar.addOn()) && !configVar.value().isEmpty())
			.min(Comparator.comparing((configVar) -> !configVar.name().equals(MAIN)));
		boolean main = address.map(Heroku.ConfigVar::name).filter(MAIN::equals).isPresent();
		SourceDatabaseSeen.Figures figures = main ? measure(() -> heroku.databaseUrl(app)) : address
			.map((configVar) -> measure(configVar::value))
			.orElseGet(
					() -> SourceDatabaseSeen.Figures.unreachable(List.of("No config var of the app has its address.")));
		Optional<Heroku.DatabaseInfo> said = info.get();
		return new SourceDatabaseSeen(addOn.name(), address.map(Heroku.ConfigVar::name).orElse(""), addOn.plan(), main,
				said.map(Heroku.DatabaseInfo::followers).orElse(List.of()),
				said.map(Heroku.DatabaseInfo::maintenance).orElse(null), figures);
	}

	private SourceDatabaseSeen.Figures measure(Supplier<String> url) {
		try {
			DatabaseAddress address = DatabaseAddress.parse(url.get());
			DatabaseFacts facts = this.inspector.inspect(address);
			return facts.reachable() ? figures(facts, this.health.read(address))
					: SourceDatabaseSeen.Figures.unreachable(facts.problems());
		}
		catch (OutsideProblem | InvalidAddress ex) {
			return SourceDatabaseSeen.Figures.unreachable(List.of(String.valueOf(ex.getMessage())));
		}
	}

	private static SourceDatabaseSeen.Figures figures(DatabaseFacts facts, DatabaseHealth health) {
		return new SourceDatabaseSeen.Figures(true, facts.version(), facts.major(), facts.encoding(),
				facts.sorting().collate(), facts.bytes(), facts.rows(), facts.tables().size(),
				facts.tables()
					.stream()
					.sorted(Comparator.comparingLong(DatabaseFacts.Table::bytes).reversed())
					.limit(TABLES)
					.map((table) -> new SourceDatabaseSeen.Table(table.schema() + "." + table.name(), table.rows(),
							table.bytes()))
					.toList(),
				facts.limits().keyless(),
				facts.extensions()
					.stream()
					.map((one) -> new SourceDatabaseSeen.Extension(one.name(), one.schema(), one.version()))
					.toList(),
				new SourceDatabaseSeen.Health(health.invalidIndexes(), health.sequences(), health.fullestSequence(),
						facts.limits().largeObjects(), facts.limits().schemas(), facts.limits().connections(),
						facts.limits().used()),
				facts.problems(), facts.remarks());
	}

}

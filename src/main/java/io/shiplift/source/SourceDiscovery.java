package io.shiplift.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.fact.SourceDelivery;
import io.shiplift.fact.SourcePlatform;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.fact.SourceTraffic;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import io.shiplift.outside.OutsideProblem;

import org.springframework.stereotype.Component;

/**
 * Takes a whole look at an app: everything that Heroku, its databases and DNS tell, asked
 * for at the same time as far as one answer does not need another. It changes nothing.
 */
@Component
public class SourceDiscovery {

	private final Herokus herokus;

	private final DatabaseLooks databases;

	private final NameLooks names;

	SourceDiscovery(Herokus herokus, DatabaseLooks databases, NameLooks names) {
		this.herokus = herokus;
		this.databases = databases;
		this.names = names;
	}

	/** What was found; empty if the connection cannot see such an app. */
	public Optional<SourceSnapshot> look(Connection connection, String name) {
		Heroku heroku = this.herokus.open(connection);
		return heroku.app(name).map((app) -> {
			try (Gathering gathering = new Gathering()) {
				return look(connection, heroku, app, gathering);
			}
		});
	}

	private SourceSnapshot look(Connection connection, Heroku heroku, Heroku.App app, Gathering gathering) {
		String name = app.name();
		Supplier<List<Heroku.Formation>> formation = gathering.ask(() -> heroku.formation(name));
		Supplier<List<Heroku.ConfigVar>> configVars = gathering.ask(() -> heroku.configVars(name));
		Supplier<List<Heroku.AddOn>> addOns = gathering.ask(() -> heroku.addOns(name));
		Supplier<List<Heroku.HostName>> hostNames = gathering.ask(() -> heroku.hostNames(name));
		Supplier<List<Heroku.Attachment>> attachments = gathering.ask("Who uses the add-ons", List.of(),
				() -> heroku.attachments(name));
		Supplier<SourceDelivery> delivery = delivery(heroku, app, gathering);
		Supplier<SourcePlatform> platform = platform(heroku, app, gathering, formation);
		Supplier<SourceTraffic> traffic = traffic(connection, heroku, name, gathering, hostNames);
		Supplier<SourceServices> services = services(heroku, name, gathering, addOns, attachments);
		Supplier<List<SourceDatabaseSeen>> seen = gathering
			.ask(() -> this.databases.of(heroku, name, addOns.get(), configVars.get(), gathering));
		SourceApp found = SourceApps.of(app, formation.get(), configVars.get(), addOns.get(),
				hostNames.get().stream().map(Heroku.HostName::name).toList());
		return new SourceSnapshot(found, ConfigRelations.of(configVars.get()), platform.get(), delivery.get(),
				services.get(), traffic.get(), seen.get(), gathering.gaps());
	}

	private static Supplier<SourceDelivery> delivery(Heroku heroku, Heroku.App app, Gathering gathering) {
		String name = app.name();
		Supplier<List<Heroku.Stage>> stages = gathering.ask("The pipeline", List.of(), () -> heroku.stages(name));
		Supplier<List<String>> buildpacks = gathering.ask("The buildpacks", List.of(), () -> heroku.buildpacks(name));
		Supplier<List<Heroku.Release>> releases = gathering.ask("The releases", List.of(), () -> heroku.releases(name));
		Supplier<Optional<Heroku.Repository>> repository = gathering.ask(() -> silent(() -> heroku.repository(name)));
		return () -> Parts.delivery(stages.get(), buildpacks.get(), releases.get(), repository.get());
	}

	private static Supplier<SourcePlatform> platform(Heroku heroku, Heroku.App app, Gathering gathering,
			Supplier<List<Heroku.Formation>> formation) {
		Supplier<List<Heroku.DynoSize>> sizes = gathering.ask("The prices of dynos", List.of(),
				() -> heroku.dynoSizes(app.name()));
		Supplier<List<String>> features = gathering.ask("The features", List.of(), () -> heroku.features(app.name()));
		Supplier<String> region = gathering.ask("The region on AWS", "", () -> heroku.awsRegion(app.region()));
		return () -> Parts.platform(app, features.get(), Parts.used(sizes.get(), formation.get()), region.get());
	}

	private Supplier<SourceTraffic> traffic(Connection connection, Heroku heroku, String app, Gathering gathering,
			Supplier<List<Heroku.HostName>> hostNames) {
		Supplier<List<Heroku.Certificate>> certificates = gathering.ask("The certificates", List.of(),
				() -> heroku.certificates(app));
		Supplier<List<String>> drains = gathering.ask("The log drains", List.of(), () -> heroku.drains(app));
		Supplier<List<SourceTraffic.HostName>> seen = gathering
			.ask(() -> this.names.of(connection, hostNames.get(), gathering));
		return () -> Parts.traffic(seen.get(), certificates.get(), drains.get());
	}

	private static Supplier<SourceServices> services(Heroku heroku, String app, Gathering gathering,
			Supplier<List<Heroku.AddOn>> addOns, Supplier<List<Heroku.Attachment>> attachments) {
		Supplier<Optional<List<Heroku.Job>>> jobs = gathering.ask("The jobs of the Scheduler", Optional.empty(),
				() -> addOns.get().stream().anyMatch((addOn) -> addOn.service().equals("scheduler"))
						? Optional.of(heroku.schedulerJobs(app)) : Optional.of(List.of()));
		return () -> Parts.services(addOns.get(), attachments.get(), jobs.get());
	}

	/** Nobody documents this one, so nobody misses it. */
	private static <T> Optional<T> silent(Supplier<Optional<T>> question) {
		try {
			return question.get();
		}
		catch (OutsideProblem ex) {
			return Optional.empty();
		}
	}

}

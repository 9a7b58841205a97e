package io.shiplift.source;

import java.util.List;
import java.util.Optional;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;

import org.springframework.stereotype.Component;

/**
 * Looks over an app on Heroku. It changes nothing, and values of config vars stay here.
 */
@Component
public class SourceInspector {

	private final Herokus herokus;

	SourceInspector(Herokus herokus) {
		this.herokus = herokus;
	}

	/** Names of the apps that the connection can see, in order. */
	public List<String> apps(Connection connection) {
		return this.herokus.open(connection).apps().stream().map(Heroku.App::name).sorted().toList();
	}

	/** What the app is made of; empty if the connection cannot see such an app. */
	public Optional<SourceApp> inspect(Connection connection, String appName) {
		Heroku heroku = this.herokus.open(connection);
		return heroku.app(appName).map((app) -> inspect(heroku, app));
	}

	/** The app and what its config vars are like, as a look that saw nothing else. */
	public Optional<SourceSnapshot> glance(Connection connection, String appName) {
		Heroku heroku = this.herokus.open(connection);
		return heroku.app(appName)
			.map((app) -> SourceSnapshot.of(inspect(heroku, app))
				.with(ConfigRelations.of(heroku.configVars(app.name()))));
	}

	private static SourceApp inspect(Heroku heroku, Heroku.App app) {
		return SourceApps.of(app, heroku.formation(app.name()), heroku.configVars(app.name()),
				heroku.addOns(app.name()), heroku.domains(app.name()));
	}

}

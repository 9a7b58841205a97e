package io.shiplift.source;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceConfig;
import io.shiplift.heroku.Herokus;

import org.springframework.stereotype.Component;

/**
 * Looks at the values of config vars and tells how they relate; the values stay here.
 */
@Component
public class ConfigReader {

	private final Herokus herokus;

	ConfigReader(Herokus herokus) {
		this.herokus = herokus;
	}

	public SourceConfig read(Connection connection, String app) {
		return ConfigRelations.of(this.herokus.open(connection).configVars(app));
	}

}

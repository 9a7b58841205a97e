package io.shiplift.heroku;

import java.util.List;

import io.shiplift.credentials.Connection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Opens Heroku for any connection, by asking the providers found.
 */
@Component
public class Herokus {

	private final List<HerokuProvider> providers;

	@Autowired
	Herokus(ObjectProvider<HerokuProvider> providers) {
		this(providers.orderedStream().toList());
	}

	public Herokus(List<HerokuProvider> providers) {
		this.providers = providers;
	}

	public Heroku open(Connection connection) {
		return this.providers.stream()
			.filter((provider) -> provider.serves(connection))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nothing serves " + connection))
			.open(connection);
	}

}

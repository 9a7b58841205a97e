package io.shiplift.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SecretShape;
import io.shiplift.fact.SourceApp;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import org.jspecify.annotations.Nullable;

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

	private static SourceApp inspect(Heroku heroku, Heroku.App app) {
		List<SourceApp.Process> processes = heroku.formation(app.name())
			.stream()
			.map((process) -> new SourceApp.Process(process.type(), process.command(), process.quantity(),
					process.size()))
			.toList();
		List<SourceApp.AddOn> addOns = heroku.addOns(app.name())
			.stream()
			.map((addOn) -> new SourceApp.AddOn(addOn.name(), addOn.service(), addOn.plan(), addOn.centsPerMonth(),
					addOn.configVars()))
			.toList();
		return new SourceApp(app.name(), app.region(), app.stack(), processes,
				configVars(heroku.configVars(app.name())), addOns, heroku.domains(app.name()));
	}

	private static List<SourceApp.ConfigVar> configVars(List<Heroku.ConfigVar> found) {
		Map<String, String> owners = new HashMap<>();
		found.forEach((configVar) -> {
			if (configVar.addOn() != null && !configVar.value().isEmpty()) {
				owners.put(identity(configVar.value()), configVar.addOn());
			}
		});
		return found.stream()
			.map((configVar) -> new SourceApp.ConfigVar(configVar.name(),
					SecretShape.fits(configVar.name(), configVar.value()), owner(configVar, owners)))
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.toList();
	}

	/**
	 * The add-on behind a var, also if somebody copied its value: such a copy must point
	 * to AWS as well.
	 */
	private static @Nullable String owner(Heroku.ConfigVar configVar, Map<String, String> owners) {
		return (configVar.addOn() != null) ? configVar.addOn() : owners.get(identity(configVar.value()));
	}

	/** Addresses are the same if host, port and database are; Redis counts as one. */
	private static String identity(String value) {
		if (value.startsWith("redis")) {
			return value.replaceFirst("^[^:]+://([^@]*@)?([^/?#]*).*$", "$2");
		}
		return value.contains("://") ? value.replaceFirst("^[^:]+://([^@]*@)?", "").replaceFirst("[?#].*$", "") : value;
	}

}

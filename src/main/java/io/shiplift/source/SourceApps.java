package io.shiplift.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.fact.SecretShape;
import io.shiplift.fact.SourceApp;
import io.shiplift.heroku.Heroku;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the plan needs to know of an app. Values of config vars stay here.
 */
final class SourceApps {

	private SourceApps() {
	}

	static SourceApp of(Heroku.App app, List<Heroku.Formation> formation, List<Heroku.ConfigVar> configVars,
			List<Heroku.AddOn> addOns, List<String> domains) {
		List<SourceApp.Process> processes = formation.stream()
			.map((process) -> new SourceApp.Process(process.type(), process.command(), process.quantity(),
					process.size()))
			.toList();
		List<SourceApp.AddOn> services = addOns.stream()
			.map((addOn) -> new SourceApp.AddOn(addOn.name(), addOn.service(), addOn.plan(), addOn.centsPerMonth(),
					addOn.configVars(), addOn.more().owner()))
			.toList();
		List<String> masked = configVars.stream()
			.filter(Heroku.ConfigVar::masked)
			.map(Heroku.ConfigVar::name)
			.sorted()
			.toList();
		return new SourceApp(app.name(), app.region(), app.stack(), processes, configVars(configVars), services,
				domains, masked);
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
					configVar.masked() || SecretShape.fits(configVar.name(), configVar.value()),
					owner(configVar, owners)))
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

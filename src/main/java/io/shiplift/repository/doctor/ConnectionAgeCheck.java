package io.shiplift.repository.doctor;

import java.util.Optional;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.python.Expression;
import io.shiplift.repository.read.Setting;

/**
 * Whether each request opens a connection of its own, or keeps one for ever.
 */
class ConnectionAgeCheck implements Check {

	@Override
	public String key() {
		return "connection-age";
	}

	@Override
	public String title() {
		return "Keep connections to the database for a while";
	}

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		Optional<Setting> databases = patient.setting("DATABASES");
		if (databases.isEmpty()) {
			return Optional.empty();
		}
		Optional<Setting> age = patient.settings()
			.entry("DATABASES", "default", "CONN_MAX_AGE")
			.or(() -> patient.settings()
				.entry("DATABASES", "default")
				.filter((entry) -> Patient.named(entry.value(), "conn_max_age")));
		boolean forEver = age.isPresent() && forEver(age.get().value());
		if (age.isPresent() && !forEver) {
			return Optional.of(patient.fine("It is said how long.", age.get()));
		}
		String checks = patient.django(4, 1) ? "\nDATABASES[\"default\"][\"CONN_HEALTH_CHECKS\"] = True" : "";
		return Optional.of(patient.add(forEver ? State.NEEDED : State.LOOK, forEver
				? "Connections are kept for ever, so that a fail-over of the database leaves dead ones behind."
				: "Each request opens a connection with TLS, which takes longer over the network of AWS than most queries. A minute is enough to share them.",
				"# Share connections between requests, and let go of those of a failed-over database.\nDATABASES[\"default\"][\"CONN_MAX_AGE\"] = 60"
						+ checks));
	}

	/** Whether the age, or the argument that gives it, is None. */
	private static boolean forEver(Expression value) {
		Expression age = (value instanceof Expression.Call call) ? call.named().getOrDefault("conn_max_age", value)
				: value;
		return age instanceof Expression.Constant constant && "None".equals(constant.value());
	}

}

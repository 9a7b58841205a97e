package io.shiplift.repository.doctor;

import java.util.Optional;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.Topic;
import io.shiplift.repository.read.Setting;
import io.shiplift.repository.read.Variable;

/**
 * Whether forms are accepted from host names that come with the move.
 */
class OriginsCheck implements Check {

	@Override
	public String key() {
		return "csrf-origins";
	}

	@Override
	public String title() {
		return "Take forms from the new host names";
	}

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		Optional<Setting> origins = patient.setting("CSRF_TRUSTED_ORIGINS");
		boolean variable = patient.settings()
			.all("CSRF_TRUSTED_ORIGINS")
			.stream()
			.anyMatch((setting) -> Variable.in(setting.value()).isPresent());
		if (origins.isPresent() && variable) {
			return Optional.of(patient.fine("They come from the environment.", origins.get()));
		}
		boolean front = patient.all(Topic.PACKAGE)
			.stream()
			.anyMatch((each) -> each.name().equals("django-cors-headers"));
		Optional<Setting> header = patient.setting("SECURE_PROXY_SSL_HEADER");
		if (origins.isEmpty() && header.isPresent() && !front) {
			return Optional.of(patient.fine("Forms come from the host itself, which Django accepts.", header.get()));
		}
		boolean heroku = patient.mentions("CSRF_TRUSTED_ORIGINS", ".*herokuapp\\.com.*");
		String before = origins.isPresent() ? "*CSRF_TRUSTED_ORIGINS, " : "";
		return Optional.of(patient.add(heroku ? State.NEEDED : State.LOOK, heroku
				? "Forms are accepted from the name of the Heroku app only. Further origins can be given by a config var then."
				: "Forms are accepted from the host itself. If the app has others, such as a separate front end, they can be given by a config var.",
				"""
						# Further origins of forms, with commas between: https://www.example.com
						CSRF_TRUSTED_ORIGINS = [
						    %s*filter(None, os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",")),
						]""".formatted(before), "os"));
	}

}

package io.shiplift.repository.doctor;

import java.util.List;
import java.util.Optional;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.read.Setting;

/**
 * Whether Django knows which requests came over TLS.
 */
class ProxyHeaderCheck implements Check {

	@Override
	public String key() {
		return "proxy-header";
	}

	@Override
	public String title() {
		return "Believe the load balancer about https";
	}

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		Optional<Setting> header = patient.setting("SECURE_PROXY_SSL_HEADER");
		if (header.isPresent() && patient.mentions("SECURE_PROXY_SSL_HEADER", "HTTP_X_FORWARDED_PROTO")) {
			return Optional.of(patient.fine("Django reads the header that the load balancer sets.", header.get()));
		}
		if (header.isPresent()) {
			return Optional.of(new Diagnosis(State.LOOK,
					"Django believes another proxy about https, not the load balancer. Keep it if that proxy stays in front of AWS; otherwise read X-Forwarded-Proto.",
					header.get().file().path(), header.get().line(), List.of()));
		}
		return Optional.of(patient.add(State.NEEDED,
				"The load balancer ends TLS and says so in a header. Without it Django takes every request for plain http: redirects go in circles and forms are refused.",
				"# The load balancer ends TLS and says so in this header.\nSECURE_PROXY_SSL_HEADER = (\"HTTP_X_FORWARDED_PROTO\", \"https\")"));
	}

}

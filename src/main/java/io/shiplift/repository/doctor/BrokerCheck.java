package io.shiplift.repository.doctor;

import java.util.Optional;

import io.shiplift.repository.Proposal.State;
import io.shiplift.repository.read.Setting;

/**
 * Whether Celery can speak TLS with Redis.
 */
class BrokerCheck implements Check {

	@Override
	public String key() {
		return "broker-tls";
	}

	@Override
	public String title() {
		return "Speak TLS with the broker of background tasks";
	}

	@Override
	public Optional<Diagnosis> examine(Patient patient) {
		return broker(patient).or(() -> patient.workers().flatMap(BrokerCheck::broker));
	}

	private static Optional<Diagnosis> broker(Patient patient) {
		for (String name : new String[] { "CELERY_BROKER_URL", "BROKER_URL" }) {
			Optional<Setting> broker = patient.setting(name);
			if (broker.isPresent() && !patient.mentions(name, "(amqps?|sqs)://.*|(?i).*(amqp|rabbit).*")) {
				return Optional.of(examine(patient, name, broker.get()));
			}
		}
		return Optional.empty();
	}

	private static Diagnosis examine(Patient patient, String name, Setting broker) {
		String prefix = name.startsWith("CELERY_") ? "CELERY_" : "";
		if (patient.setting(prefix + "BROKER_USE_SSL").isPresent() || patient.mentions(name, ".*ssl_cert_reqs.*")) {
			return patient.fine("It is said how certificates are checked.", broker);
		}
		return patient.add(State.NEEDED,
				"Redis on AWS is reached over TLS, at an address with rediss://. Celery refuses such an address unless it is told how to check certificates; those of AWS are valid and can be checked.",
				"""
						# Redis is reached over TLS; its certificate is valid.
						if str(%1$s).startswith("rediss://"):
						    %2$sBROKER_USE_SSL = {"ssl_cert_reqs": ssl.CERT_REQUIRED}
						    %2$sREDIS_BACKEND_USE_SSL = {"ssl_cert_reqs": ssl.CERT_REQUIRED}""".formatted(name, prefix),
				"ssl");
	}

}

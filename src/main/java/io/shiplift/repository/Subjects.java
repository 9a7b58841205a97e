package io.shiplift.repository;

import java.util.Map;

import io.shiplift.repository.Proposal.State;

/**
 * Which conclusions each proposal follows from.
 */
final class Subjects {

	private static final Map<String, String> BY_PROPOSAL = Map.ofEntries(
			Map.entry("heroku-branch", "HEROKU_VARIABLE .*"), Map.entry("allowed-hosts", "SETTING ALLOWED_HOSTS"),
			Map.entry("redirect-exemption", "SETTING SECURE_(SSL_REDIRECT|REDIRECT_EXEMPT)"),
			Map.entry("proxy-header", "SETTING SECURE_PROXY_SSL_HEADER"),
			Map.entry("csrf-origins", "SETTING CSRF_TRUSTED_ORIGINS"), Map.entry("uploads", "UPLOADS .*"),
			Map.entry("broker-tls", "BROKER .*"), Map.entry("cache-tls", "CACHE .*"),
			Map.entry("connection-age", "SETTING (DATABASES\\.default\\.)?CONN_MAX_AGE"),
			Map.entry("logging", "SETTING LOGGING"), Map.entry("database-scheme", "DATABASE .*"));

	private Subjects() {
	}

	/** Whether the correction is about what the proposal follows from. */
	static boolean of(String proposal, Correction correction) {
		boolean same = correction.topic() == Topic.UPLOADS && "local".equals(correction.value());
		return !same && (correction.topic() + " " + correction.name()).matches(BY_PROPOSAL.getOrDefault(proposal, "-"));
	}

	/**
	 * How a needed change stands then: done with if there is no such thing, or if uploads
	 * go elsewhere. A setting that is said to be otherwise should still be looked at.
	 */
	static State state(Correction correction) {
		return (correction.topic() != Topic.SETTING) ? State.FINE : State.LOOK;
	}

}

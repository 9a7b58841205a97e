package io.shiplift.check.costs;

import java.util.Set;

/**
 * Services of the add-on market that something is known of.
 */
final class Services {

	/** Those whose vendors go on from AWS, with a contract of one's own. */
	static final Set<String> KEPT = Set.of("newrelic", "scout", "appsignal", "skylight", "librato", "hostedgraphite",
			"datadog", "sentry", "rollbar", "bugsnag", "airbrake", "honeybadger", "raygun", "sendgrid", "mailgun",
			"postmark", "sparkpost", "mandrill", "cloudinary", "imgix", "transloadit", "filepicker", "filestack",
			"deadmanssnitch", "pingdom", "healthchecks", "auth0", "okta", "algoliasearch", "pusher", "ably",
			"getstream", "papertrail", "logentries", "coralogix", "logdna", "sumologic", "timber", "mailtrap",
			"websolr", "opensolr");

	/** Those that other checks or the plan say something of. */
	private static final Set<String> HANDLED = Set.of("heroku-postgresql", "heroku-redis", "heroku-kafka", "rediscloud",
			"redistogo", "openredis", "redisgreen", "stackhero-redis", "stackhero-mysql", "memcachier",
			"memcachedcloud", "jawsdb", "jawsdb-maria", "cleardb", "mongolab", "objectrocket", "ormongo", "graphenedb",
			"cloudamqp", "rabbitmq-bigwig", "bonsai", "searchbox", "foundelasticsearch", "scheduler", "cronto",
			"crontogo", "advanced-scheduler", "bucketeer", "hdrive", "cloudcube", "fixie", "fixie-socks", "quotaguard",
			"quotaguardstatic", "proximo", "statica", "hirefire", "judoscale", "rails-autoscale", "adept-scale", "ssl",
			"expeditedssl", "expeditedwaf", "edge", "iron_mq", "iron_worker", "herokuconnect");

	private Services() {
	}

	static boolean known(String service) {
		return KEPT.contains(service) || HANDLED.contains(service);
	}

}

package io.shiplift.mover.archive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why an object of an archive is not restored.
 */
public enum Rule {

	/** Extensions are made beforehand, by somebody who may. */
	EXTENSION("extension: made beforehand", "EXTENSION ", "COMMENT - EXTENSION ", "PROCEDURAL LANGUAGE "),

	/** In the target one role owns everything. */
	GRANT("grant: the target has one owner", "ACL ", "DEFAULT ACL "),

	/** Publications and subscriptions belong to servers. */
	REPLICATION("replication: belongs to the old server", "PUBLICATION ", "PUBLICATION TABLE ",
			"PUBLICATION TABLES IN SCHEMA ", "SUBSCRIPTION ", "COMMENT - PUBLICATION ", "COMMENT - SUBSCRIPTION "),

	/** Foreign servers come with addresses and passwords of the old place. */
	FOREIGN("foreign data: points to other servers", "SERVER ", "USER MAPPING ", "FOREIGN ", "COMMENT - SERVER ",
			"COMMENT - FOREIGN "),

	/** Only a superuser can make one. */
	EVENT_TRIGGER("event trigger: only a superuser can make it", "EVENT TRIGGER ", "COMMENT - EVENT TRIGGER "),

	/** Labels belong to modules of the old server. */
	SECURITY_LABEL("security label: belongs to the old server", "SECURITY LABEL "),

	/** The database itself is made beforehand. */
	DATABASE("database: made beforehand", "DATABASE ", "DATABASE PROPERTIES ", "COMMENT - DATABASE ",
			"COMMENT - SCHEMA public "),

	/** What Heroku needs for itself. */
	HEROKU("Heroku's own"),

	/** What follows a source while it is copied ahead. */
	AHEAD("Shiplift's own"),

	/** A schema that the target has already. */
	PRESENT("schema: there already");

	private static final Pattern HEROKU_OWN = Pattern.compile("[A-Z ]+ (_heroku |- (SCHEMA )?_heroku ).*");

	private static final Pattern AHEAD_OWN = Pattern.compile("[A-Z ]+ (shiplift_ahead |- (SCHEMA )?shiplift_ahead ).*"
			+ "|TRIGGER .* shiplift_ahead_(rows|truncate) .*");

	private final String words;

	private final List<String> starts;

	Rule(String words, String... starts) {
		this.words = words;
		this.starts = List.of(starts);
	}

	/** Its name for people. */
	public String words() {
		return this.words;
	}

	/** The rule for a line of the table of contents, from its type on. */
	static Optional<Rule> of(String text) {
		if (HEROKU_OWN.matcher(text).matches()) {
			return Optional.of(HEROKU);
		}
		if (AHEAD_OWN.matcher(text).matches()) {
			return Optional.of(AHEAD);
		}
		for (Rule rule : values()) {
			if (rule.starts.stream().anyMatch(text::startsWith)) {
				return Optional.of(rule);
			}
		}
		return Optional.empty();
	}

}

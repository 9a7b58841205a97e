package io.shiplift.journal.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;

/**
 * What an open page wants to hear of: one run, one migration, or what concerns everybody
 * on the home page.
 */
record Topic(Kind kind, String id) {

	private static final Pattern FORM = Pattern.compile("(run):(\\d{1,18})|(migration):([a-z0-9]{8})|(inbox)");

	/**
	 * Reads a list such as {@code run:7,inbox}.
	 * @throws IllegalArgumentException if it is no such list
	 */
	static Set<Topic> parse(String list) {
		return Arrays.stream(list.split(",")).limit(20).map(Topic::one).collect(Collectors.toUnmodifiableSet());
	}

	private static Topic one(String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw new IllegalArgumentException("No topic: " + text);
		}
		if (form.group(1) != null) {
			return new Topic(Kind.RUN, form.group(2));
		}
		return (form.group(3) != null) ? new Topic(Kind.MIGRATION, form.group(4)) : new Topic(Kind.INBOX, "");
	}

	/** Whether the team has ever had anything to do with it. */
	boolean knownTo(Journal journal, long teamId) {
		return switch (this.kind) {
			case RUN -> !journal.newest(teamId, null, Long.valueOf(this.id), 1).isEmpty();
			case MIGRATION -> !journal.newest(teamId, this.id, null, 1).isEmpty();
			case INBOX -> true;
		};
	}

	boolean concerns(JournalEntry entry) {
		return switch (this.kind) {
			case RUN -> this.id.equals(Objects.toString(entry.subject().runId()));
			case MIGRATION -> this.id.equals(entry.subject().migrationId());
			case INBOX -> switch (entry.kind()) {
				case MIGRATION, PLAN, RUN, STEP, APPROVAL -> true;
				case ANSWER, CHECK, NOTE, INTENT, RESULT, READ, PEOPLE, CONNECTION -> false;
			};
		};
	}

	/** The event that rings. */
	String event() {
		return this.kind.event;
	}

	/** Kinds of topics. */
	enum Kind {

		/** Anything about one run. */
		RUN("run-changed"),

		/** Anything about one migration. */
		MIGRATION("migration-changed"),

		/** What may change the home page or the list of approvals. */
		INBOX("inbox-changed");

		private final String event;

		Kind(String event) {
			this.event = event;
		}

	}

}

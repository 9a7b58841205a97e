package io.shiplift.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.DatabaseFacts;
import org.jspecify.annotations.Nullable;

/**
 * Whether a backup file of the source is kept beside the move, and for how long.
 */
final class SafetyChoice {

	private static final String NAME = "safety";

	private static final String NONE = "no";

	private static final int USUAL_DAYS = 30;

	private static final int LONG_DAYS = 90;

	/** What pg_dump writes on two slow processors, in bytes of tables a second. */
	private static final double PACE = 30e6;

	private SafetyChoice() {
	}

	static Question.Field field(@Nullable Look look) {
		List<Question.Option> options = new ArrayList<>();
		options.add(new Question.Option(NONE, "No", "Heroku's own backups stay as they are."));
		for (int days : List.of(USUAL_DAYS, LONG_DAYS)) {
			options.add(new Question.Option(Integer.toString(days), "Yes, for " + days + " days",
					(days == USUAL_DAYS) ? effect(look) : "The same, kept longer."));
		}
		return Question.Field.radio(NAME, "Keep a safety copy of the source, as it was at the switch", options, NONE,
				"The source itself stays on Heroku, read-only, until you remove it.");
	}

	/** Days for which the copy is kept; 0 if none is made. */
	static int days(Answers answers) {
		String chosen = answers.value(MethodTopic.KEY, NAME);
		boolean made = !chosen.isEmpty() && !chosen.equals(NONE);
		boolean dumped = !SourceTopic.fromFile(answers) && SourceTopic.engine(answers) == DatabaseEngine.POSTGRES;
		return (made && dumped) ? Integer.parseInt(chosen) : 0;
	}

	/** Answers from before there was a choice meant none. */
	static Map<String, String> completed(Map<String, String> typed) {
		Map<String, String> completed = new LinkedHashMap<>(typed);
		completed.putIfAbsent(NAME, NONE);
		return completed;
	}

	private static String effect(@Nullable Look look) {
		String how = "A backup file is written where Shiplift runs, after the copy is proved. It adds nothing to the"
				+ " time without the app.";
		return (look == null || !look.database().reachable()) ? how : how + " " + size(look.database());
	}

	private static String size(DatabaseFacts database) {
		long bytes = database.limits().tableBytes();
		long minutes = Math.max(1, Math.round(bytes / PACE / 60));
		return "It takes about " + minutes + " min and at most " + Bytes.words(bytes) + " of disk.";
	}

}

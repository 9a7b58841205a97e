package io.shiplift.plan;

import java.util.List;

import io.shiplift.forecast.Phase;
import io.shiplift.forecast.Prediction;
import io.shiplift.forecast.Span;
import io.shiplift.plan.Plan.SourceDatabase.Depth;
import org.jspecify.annotations.Nullable;

/**
 * How closely a copy is compared with its source. Both ways compare what a database is
 * made of, exact counts and sequences.
 */
final class ProofDepths {

	static final String KEY = "depth";

	/** The text of a row takes so many times as long as the hash of its values. */
	private static final double TEXT = 2.4;

	private ProofDepths() {
	}

	/** With what it takes of the window, where something is known of the database. */
	static Question.Field field(@Nullable Prediction window, @Nullable Prediction ahead) {
		Question.Option fast = new Question.Option(Depth.FAST.name(), "Fast",
				"A hash over the values of every row. Of a copy made ahead, every row is compared before the app is down;"
						+ " while it is down only the rows that were touched since, with exact counts of all."
						+ takes(window, 1) + ((ahead != null) ? " Copied ahead:" + takes(ahead, 1) : ""));
		Question.Option deep = new Question.Option(Depth.DEEP.name(), "Everything again, by its text",
				"The text of every row while the app is down, whatever was compared before; what differs is narrowed"
						+ " down by ranges of the key to the rows." + takes(window, TEXT));
		return Question.Field.radio(KEY, "How the copy is proved", List.of(fast, deep), Depth.FAST.name(),
				"It finds every changed row, and the app is down for less time.");
	}

	/** The chosen one; before there was a choice it was the fast one. */
	static Depth of(Answers answers) {
		String chosen = answers.value(MethodTopic.KEY, KEY);
		return chosen.isEmpty() ? Depth.FAST : Depth.valueOf(chosen);
	}

	private static String takes(@Nullable Prediction prediction, double times) {
		Span span = (prediction != null) ? prediction.byPhase().get(Phase.VERIFICATION.key()) : null;
		return (span != null) ? " Forecast: about " + Span.words(span.likely() * times) + "." : "";
	}

}

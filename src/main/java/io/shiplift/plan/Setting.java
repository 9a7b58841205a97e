package io.shiplift.plan;

import java.util.List;

import io.shiplift.fact.SourceApp;
import org.jspecify.annotations.Nullable;

/**
 * What questions are asked upon: the apps to choose from, the chosen one as it was found
 * on Heroku, the answers so far, the database where that was looked at, and what else is
 * known.
 */
public record Setting(List<String> apps, @Nullable SourceApp source, Answers answers, @Nullable Look look,
		Known known) {

	/** A setting in which nobody has looked at the database. */
	public Setting(List<String> apps, @Nullable SourceApp source, Answers answers) {
		this(apps, source, answers, null, Known.NOTHING);
	}

	/** The chosen app; questions after the first need it. */
	public SourceApp app() {
		if (this.source == null) {
			throw new IllegalStateException("No app has been chosen yet");
		}
		return this.source;
	}

	public boolean appChosen() {
		return this.source != null && this.source.name().equals(this.answers.value(AppTopic.KEY, "app"));
	}

	/** The same with what was seen of the database. */
	public Setting seen(Look database) {
		return new Setting(this.apps, this.source, this.answers, database, this.known);
	}

	/** The same with more that is known. */
	public Setting with(Known more) {
		return new Setting(this.apps, this.source, this.answers, this.look, more);
	}

	public Setting with(Answers changed) {
		return new Setting(this.apps, this.source, changed, this.look, this.known);
	}

}

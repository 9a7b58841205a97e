package io.shiplift.plan;

import io.shiplift.fact.SourceConfig;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.repository.RepositoryScan;
import org.jspecify.annotations.Nullable;

/**
 * What is known besides the app itself: the last full look at Heroku, what its code says,
 * and the answers of an app that this one shall be like. All of it may be missing.
 */
public record Known(@Nullable SourceSnapshot snapshot, @Nullable RepositoryScan scan, @Nullable Example example) {

	/** Nothing more is known. */
	public static final Known NOTHING = new Known(null, null, null);

	/** The same with a look at Heroku. */
	public Known with(@Nullable SourceSnapshot other) {
		return new Known(other, this.scan, this.example);
	}

	/** The same with what the code says. */
	public Known with(@Nullable RepositoryScan other) {
		return new Known(this.snapshot, other, this.example);
	}

	/** The same with another app's answers to start from. */
	public Known with(@Nullable Example other) {
		return new Known(this.snapshot, this.scan, other);
	}

	/** What its config vars are like; nothing if nobody looked. */
	SourceConfig config() {
		return (this.snapshot != null) ? this.snapshot.config() : SourceConfig.NONE;
	}

	/** The services the app uses; nothing if nobody looked. */
	SourceServices services() {
		return (this.snapshot != null) ? this.snapshot.services() : SourceServices.NONE;
	}

	/**
	 * Another migration of the team, by name, with its answers as they were.
	 */
	public record Example(String migrationId, String name, Answers answers) {

	}

}

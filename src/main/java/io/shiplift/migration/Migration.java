package io.shiplift.migration;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * One app's move. Its answers are a draft until they are frozen into a plan; its version
 * goes up with every change, so that two people cannot overwrite one another.
 */
@Entity
public class Migration {

	@Id
	private String id;

	private long teamId;

	private String name;

	private String target;

	private @Nullable String connectionId;

	private @Nullable String awsConnectionId;

	private String answers = "{}";

	private int planVersion;

	private long createdBy;

	private Instant createdAt;

	private long editedBy;

	private Instant editedAt;

	@Version
	private long version;

	protected Migration() {
	}

	Migration(String id, long teamId, String name, long createdBy, Instant now) {
		this.id = id;
		this.teamId = teamId;
		this.name = name;
		this.target = "beanstalk";
		this.createdBy = createdBy;
		this.createdAt = now;
		this.editedBy = createdBy;
		this.editedAt = now;
	}

	void answer(String answers, long person, Instant now) {
		this.answers = answers;
		this.editedBy = person;
		this.editedAt = now;
	}

	void connect(AccountChoice choice) {
		this.connectionId = choice.heroku();
		this.awsConnectionId = choice.aws();
	}

	int nextPlan() {
		return ++this.planVersion;
	}

	public String id() {
		return this.id;
	}

	public long teamId() {
		return this.teamId;
	}

	public String name() {
		return this.name;
	}

	public String target() {
		return this.target;
	}

	/** The Heroku connection it works with; without one it is practice. */
	public @Nullable String connectionId() {
		return this.connectionId;
	}

	/** The AWS connection it builds with, if one is chosen. */
	public @Nullable String awsConnectionId() {
		return this.awsConnectionId;
	}

	/** Whether nothing in the cloud is touched. */
	public boolean practice() {
		return this.connectionId == null;
	}

	/** The draft answers as JSON. */
	public String answers() {
		return this.answers;
	}

	/** Number of the newest frozen plan; zero before the first. */
	public int planNumber() {
		return this.planVersion;
	}

	public long createdBy() {
		return this.createdBy;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public long editedBy() {
		return this.editedBy;
	}

	public Instant editedAt() {
		return this.editedAt;
	}

	public long version() {
		return this.version;
	}

}

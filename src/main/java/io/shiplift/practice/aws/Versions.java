package io.shiplift.practice.aws;

import java.util.List;
import java.util.Optional;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Change;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Application versions of the practice world; they go with their application.
 */
final class Versions {

	private final Ground ground;

	private final Place place;

	private final JdbcClient jdbc;

	private final StackRows stacks;

	private final EnvironmentRows environments;

	Versions(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.jdbc = ground.jdbc();
		this.stacks = new StackRows(ground.jdbc(), place);
		this.environments = new EnvironmentRows(ground.jdbc(), place.world());
	}

	/** The stack that made an application, if there is such an application. */
	Optional<Long> application(String name) {
		return this.stacks.all()
			.stream()
			.filter((row) -> new StackView(this.stacks, row, this.ground.now())
				.has("AWS::ElasticBeanstalk::Application", name))
			.map(StackRows.StackRow::id)
			.findFirst();
	}

	Optional<Version> find(String application, String label) {
		return application(application)
			.flatMap((stack) -> of(stack).stream().filter((version) -> version.label().equals(label)).findFirst());
	}

	/** The versions of all applications that exist. */
	List<Version> all() {
		return this.stacks.all()
			.stream()
			.flatMap((row) -> of(row.id()).stream())
			.filter((version) -> application(version.application()).isPresent())
			.toList();
	}

	Change<Boolean> create(Version version) {
		long stack = application(version.application()).orElseThrow(
				() -> new OutsideProblem(Kind.REFUSED, "No Application named '" + version.application() + "' found."));
		Version before = find(version.application(), version.label()).orElse(null);
		if (before != null) {
			if (before.token().equals(version.token())) {
				return Change.none(true);
			}
			throw new OutsideProblem(Kind.REFUSED, "Application Version " + version.label() + " already exists.");
		}
		if (!new PracticeObjects(this.ground, this.place).exists(version.bucket(), version.key())) {
			throw new OutsideProblem(Kind.REFUSED,
					"Unable to download from S3: " + version.bucket() + "/" + version.key() + " does not exist");
		}
		this.jdbc
			.sql("insert into practice_app_version (stack_id, world, application, label, bucket, object_key, token)"
					+ " values (?, ?, ?, ?, ?, ?, ?)")
			.params(stack, this.place.world(), version.application(), version.label(), version.bucket(), version.key(),
					version.token())
			.update();
		return Change.created(true);
	}

	Change<Boolean> delete(String application, String label) {
		Long stack = application(application).orElse(null);
		if (stack == null || find(application, label).isEmpty()) {
			return Change.none(true);
		}
		if (this.environments.standing(this.ground.now())
			.stream()
			.anyMatch((row) -> row.application().equals(application) && row.version().equals(label))) {
			throw new OutsideProblem(Kind.TRANSIENT, "Version " + label + " is deployed in an environment.");
		}
		this.jdbc.sql("delete from practice_app_version where stack_id = ? and label = ?")
			.params(stack, label)
			.update();
		return Change.deleted(true);
	}

	private List<Version> of(long stack) {
		return this.jdbc
			.sql("select application, label, bucket, object_key, token from practice_app_version where stack_id = ?")
			.param(stack)
			.query((row, number) -> new Version(row.getString("application"), row.getString("label"),
					row.getString("bucket"), row.getString("object_key"), row.getString("token")))
			.list();
	}

	/** A version with the object it was made from. */
	record Version(String application, String label, String bucket, String key, String token) {

	}

}

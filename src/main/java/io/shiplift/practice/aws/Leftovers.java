package io.shiplift.practice.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.Aws.Leftover;
import io.shiplift.aws.Template.DeletionPolicy;

/**
 * Finds what carries the tag of a migration and still exists.
 */
final class Leftovers {

	private static final String TAG = "shiplift:migration";

	private final Ground ground;

	private final Place place;

	private final StackRows stacks;

	Leftovers(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.stacks = new StackRows(ground.jdbc(), place);
	}

	List<Leftover> of(String migration) {
		List<Leftover> left = new ArrayList<>();
		new EnvironmentRows(this.ground.jdbc(), this.place.world()).standing(this.ground.now())
			.stream()
			.filter((row) -> migration.equals(row.tags().get(TAG)))
			.forEach((row) -> left.add(new Leftover("AWS::ElasticBeanstalk::Environment", row.name(), "")));
		new Versions(this.ground, this.place).all()
			.stream()
			.filter((version) -> version.application().startsWith("shiplift-" + migration))
			.forEach((version) -> left
				.add(new Leftover("AWS::ElasticBeanstalk::ApplicationVersion", version.label(), "")));
		this.stacks.all()
			.stream()
			.filter((row) -> migration.equals(row.tags().get(TAG)))
			.forEach((row) -> addStack(new StackView(this.stacks, row, this.ground.now()), left));
		new PracticeCertificates(this.ground, this.place).rows()
			.stream()
			.filter((row) -> migration.equals(row.tags().get(TAG)))
			.forEach((row) -> left.add(new Leftover("AWS::CertificateManager::Certificate", row.arn(), "")));
		addSecrets(migration, left);
		return left;
	}

	private void addStack(StackView stack, List<Leftover> left) {
		if (stack.stands()) {
			left.add(new Leftover(Happening.STACK, stack.row().name(), ""));
			return;
		}
		List<Part> existing = stack.existing();
		for (Part part : stack.parts()) {
			if (existing.contains(part)) {
				left.add(new Leftover(part.type(), part.physicalId(),
						stack.kept(part) ? "kept on purpose: its contents are yours" : ""));
			}
			else if (part.policy() == DeletionPolicy.SNAPSHOT && stack.stood()) {
				left.add(new Leftover("AWS::RDS::DBSnapshot", part.physicalId() + "-final",
						"last backup of the database, kept on purpose"));
			}
		}
	}

	private void addSecrets(String migration, List<Leftover> left) {
		this.ground.jdbc()
			.sql("select name, tags from practice_secret where world = ? order by name")
			.param(this.place.world())
			.query((row, number) -> Map.entry(row.getString("name"), Column.map(row.getString("tags"))))
			.list()
			.stream()
			.filter((secret) -> migration.equals(secret.getValue().get(TAG)))
			.forEach((secret) -> left.add(new Leftover("AWS::SecretsManager::Secret", secret.getKey(), "")));
	}

}

package io.shiplift.practice.aws;

import java.util.List;

import io.shiplift.aws.Applications;
import io.shiplift.aws.Aws;
import io.shiplift.aws.Certificates;
import io.shiplift.aws.Stacks;

/**
 * The AWS account of one practice world.
 */
final class PracticeAws implements Aws {

	private final Ground ground;

	private final Place place;

	PracticeAws(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
	}

	@Override
	public Identity identity() {
		this.ground.look(this.place, "identity", "get", this.place.world());
		return new Identity(this.place.account(), "arn:aws:sts::%s:assumed-role/shiplift-migration/%s"
			.formatted(this.place.account(), this.place.world()), List.of());
	}

	@Override
	public Stacks stacks() {
		return new PracticeStacks(this.ground, this.place);
	}

	@Override
	public Certificates certificates() {
		return new PracticeCertificates(this.ground, this.place);
	}

	@Override
	public Secrets secrets() {
		return new PracticeSecrets(this.ground, this.place);
	}

	@Override
	public Objects objects() {
		return new PracticeObjects(this.ground, this.place);
	}

	@Override
	public Applications applications() {
		return new PracticeApplications(this.ground, this.place);
	}

	@Override
	public Commands commands() {
		return new PracticeCommands(this.ground, this.place);
	}

	@Override
	public List<Leftover> leftovers(String migrationId) {
		this.ground.look(this.place, "tags", "find", migrationId);
		return new Leftovers(this.ground, this.place).of(migrationId);
	}

}

package io.shiplift.aws.sdk;

import java.util.List;
import java.util.function.Supplier;

import io.shiplift.aws.Applications;
import io.shiplift.aws.Aws;
import io.shiplift.aws.Certificates;
import io.shiplift.aws.Stacks;

/**
 * One real AWS account in one region.
 */
final class SdkAws implements Aws {

	private final Clients clients;

	private final Stacks stacks;

	private final Supplier<List<String>> preflight;

	/** What preflight finds missing is only asked for together with the identity. */
	SdkAws(Clients clients, Stacks stacks, Supplier<List<String>> preflight) {
		this.clients = clients;
		this.stacks = stacks;
		this.preflight = preflight;
	}

	@Override
	public Identity identity() {
		return new SdkIdentity(this.clients).get(this.preflight.get());
	}

	@Override
	public Stacks stacks() {
		return this.stacks;
	}

	@Override
	public Certificates certificates() {
		return new SdkCertificates(this.clients);
	}

	@Override
	public Secrets secrets() {
		return new SdkSecrets(this.clients);
	}

	@Override
	public Objects objects() {
		return new SdkObjects(this.clients);
	}

	@Override
	public Applications applications() {
		return new SdkApplications(this.clients);
	}

	@Override
	public Commands commands() {
		return new SdkCommands();
	}

	@Override
	public List<Leftover> leftovers(String migrationId) {
		return new SdkLeftovers(this.clients).of(migrationId);
	}

}

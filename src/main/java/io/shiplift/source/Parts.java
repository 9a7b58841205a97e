package io.shiplift.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.fact.SourceDelivery;
import io.shiplift.fact.SourcePlatform;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceTraffic;
import io.shiplift.heroku.Heroku;

/**
 * Turns Heroku's words into those of a look, and leaves out what may be a secret.
 */
final class Parts {

	private Parts() {
	}

	static SourcePlatform platform(Heroku.App app, List<String> features, List<SourcePlatform.DynoSize> sizes,
			String awsRegion) {
		Heroku.Traits traits = app.traits();
		return new SourcePlatform(traits.id(), traits.generation(), traits.language(), traits.owner(), traits.team(),
				traits.space(), traits.shield(), traits.internalRouting(), app.maintenance(), app.webUrl(), awsRegion,
				features, sizes);
	}

	/** The sizes that processes have. */
	static List<SourcePlatform.DynoSize> used(List<Heroku.DynoSize> sizes, List<Heroku.Formation> formation) {
		Set<String> used = formation.stream().map(Heroku.Formation::size).collect(Collectors.toSet());
		return sizes.stream()
			.filter((size) -> used.contains(size.name()))
			.map((size) -> new SourcePlatform.DynoSize(size.name(), size.memory(), size.centsPerMonth()))
			.toList();
	}

	static SourceDelivery delivery(List<Heroku.Stage> stages, List<String> buildpacks, List<Heroku.Release> releases,
			Optional<Heroku.Repository> repository) {
		return new SourceDelivery(
				stages.stream()
					.map((stage) -> new SourceDelivery.Stage(stage.pipeline(), stage.stage(), stage.app()))
					.toList(),
				buildpacks.stream().map(Parts::withoutLogin).toList(),
				releases.stream()
					.map((release) -> new SourceDelivery.Release(release.version(), release.status(), release.current(),
							release.description(), release.by(), release.at()))
					.toList(),
				repository.map(Heroku.Repository::name).orElse(""),
				repository.map(Heroku.Repository::branch).orElse(""),
				repository.map(Heroku.Repository::autoDeploy).orElse(false));
	}

	static SourceServices services(List<Heroku.AddOn> addOns, List<Heroku.Attachment> attachments,
			Optional<List<Heroku.Job>> jobs) {
		return new SourceServices(addOns.stream().map((addOn) -> {
			Heroku.More more = addOn.more();
			return new SourceServices.Detail(addOn.name(), more.title(), more.state(), more.webUrl(), more.priced());
		}).toList(),
				attachments.stream()
					.map((one) -> new SourceServices.Attachment(one.name(), one.addOn(), one.app(), one.namespace(),
							one.configVars()))
					.toList(),
				jobs.isPresent(),
				jobs.orElse(List.of())
					.stream()
					.map((job) -> new SourceServices.Job(job.command(), job.schedule()))
					.toList(),
				List.of());
	}

	static SourceTraffic traffic(List<SourceTraffic.HostName> hostNames, List<Heroku.Certificate> certificates,
			List<String> drains) {
		return new SourceTraffic(hostNames,
				certificates.stream()
					.map((one) -> new SourceTraffic.Certificate(one.name(), one.hostNames(), one.automatic(),
							one.issuer(), one.expires()))
					.toList(),
				drains.stream().map(Parts::withoutSecrets).toList());
	}

	/** An address without user, password, query and fragment. */
	private static String withoutLogin(String url) {
		return url.replaceFirst("://[^/?#]*@", "://").replaceFirst("[?#].*$", "");
	}

	/** Scheme and host of an address: what comes before and after may be a secret. */
	static String withoutSecrets(String url) {
		return url.contains("://") ? url.replaceFirst("^([\\w+.-]+://)(?:[^/?#]*@)?([^/?#@]*).*$", "$1$2") : url;
	}

}

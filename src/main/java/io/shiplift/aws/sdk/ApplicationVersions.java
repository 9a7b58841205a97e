package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.shiplift.aws.Applications.Version;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.ApplicationVersionDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.S3Location;
import software.amazon.awssdk.services.elasticbeanstalk.model.Tag;

/**
 * Versions of applications. Beanstalk looks through a new one before it can be deployed.
 */
final class ApplicationVersions {

	private final Clients clients;

	private final Calls calls;

	ApplicationVersions(Clients clients) {
		this.clients = clients;
		this.calls = clients.calls();
	}

	Optional<Version> find(String application, String label) {
		return describe(application, label).map((version) -> new Version(label, state(version)));
	}

	/** AWS documents these words in small letters and sends them in capitals. */
	private static Version.State state(ApplicationVersionDescription version) {
		String status = Objects.requireNonNullElse(version.statusAsString(), "").toUpperCase(Locale.ROOT);
		return switch (status) {
			case "PROCESSED", "UNPROCESSED" -> Version.State.READY;
			case "FAILED" -> Version.State.FAILED;
			default -> Version.State.PROCESSING;
		};
	}

	void create(String application, String label, S3Location source, Map<String, String> tags) {
		ApplicationVersionDescription standing = describe(application, label).orElse(null);
		if (standing != null) {
			check(standing, source);
			return;
		}
		List<Tag> all = tags(tags);
		try {
			this.calls.call("elasticbeanstalk:CreateApplicationVersion", label,
					() -> client().createApplicationVersion((version) -> version.applicationName(application)
						.versionLabel(label)
						.description("Made by Shiplift")
						.sourceBundle(source)
						.autoCreateApplication(false)
						.process(true)
						.tags(all)));
		}
		catch (AwsProblem ex) {
			throw ex.getMessage().contains("already exists")
					? new OutsideProblem(Kind.TRANSIENT, "AWS has a version " + label + " that it did not show yet.")
					: ex;
		}
	}

	private static void check(ApplicationVersionDescription standing, S3Location source) {
		if (!source.equals(standing.sourceBundle())) {
			throw new OutsideProblem(Kind.REFUSED, "Application Version " + standing.versionLabel()
					+ " already exists and was made of something else. Delete it, then retry.");
		}
	}

	void delete(String application, String label) {
		if (describe(application, label).isEmpty()) {
			return;
		}
		try {
			this.calls.call("elasticbeanstalk:DeleteApplicationVersion", label, () -> client().deleteApplicationVersion(
					(version) -> version.applicationName(application).versionLabel(label).deleteSourceBundle(false)));
		}
		catch (AwsProblem ex) {
			throw ex.getMessage().contains("deployed")
					? new OutsideProblem(Kind.TRANSIENT, "Version " + label + " is deployed in an environment.") : ex;
		}
	}

	private Optional<ApplicationVersionDescription> describe(String application, String label) {
		return this.calls
			.call("elasticbeanstalk:DescribeApplicationVersions", application + "/" + label,
					() -> client().describeApplicationVersions(
							(versions) -> versions.applicationName(application).versionLabels(label)))
			.applicationVersions()
			.stream()
			.filter((version) -> label.equals(version.versionLabel()))
			.findFirst();
	}

	static List<Tag> tags(Map<String, String> tags) {
		return tags.entrySet()
			.stream()
			.map((tag) -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
			.toList();
	}

	private ElasticBeanstalkClient client() {
		return this.clients.beanstalk();
	}

}

package io.shiplift.aws.sdk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.aws.Applications;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.S3Location;
import software.amazon.awssdk.services.elasticbeanstalk.model.Tag;
import software.amazon.awssdk.services.elasticbeanstalk.model.ValidationMessage;
import software.amazon.awssdk.services.elasticbeanstalk.model.ValidationSeverity;

/**
 * Elastic Beanstalk. It knows no tokens: what stands under a name is looked at before
 * each call, and what it refuses because of its state may be asked again.
 */
final class SdkApplications implements Applications {

	private static final String OWNER = "shiplift:migration";

	private final Clients clients;

	private final Calls calls;

	private final ApplicationVersions versions;

	SdkApplications(Clients clients) {
		this.clients = clients;
		this.calls = clients.calls();
		this.versions = new ApplicationVersions(clients);
	}

	@Override
	public Optional<Version> findVersion(String application, String label) {
		return this.versions.find(application, label);
	}

	@Override
	public void createVersion(VersionRequest request) {
		this.versions.create(request.application(), request.label(),
				S3Location.builder().s3Bucket(request.bucket()).s3Key(request.key()).build(), request.tags());
	}

	@Override
	public void deleteVersion(String application, String label, String token) {
		this.versions.delete(application, label);
	}

	@Override
	public Optional<Environment> findEnvironment(String name) {
		return standing(name).map(this::view);
	}

	/** Settings are not to be relied on before it is ready. */
	private Environment view(EnvironmentDescription environment) {
		Map<String, String> settings = (environment.status() == EnvironmentStatus.READY) ? settings(environment)
				: Map.of();
		return EnvironmentViews.of(environment, settings, tags(environment));
	}

	@Override
	public void createEnvironment(EnvironmentRequest request) {
		if (isOurs(request)) {
			return;
		}
		validate(request.application(), null, request.settings());
		String platform = new Platforms(this.clients).newest(request.platform());
		try {
			this.calls.call("elasticbeanstalk:CreateEnvironment", request.name(),
					() -> client().createEnvironment((made) -> made.applicationName(request.application())
						.environmentName(request.name())
						.description("Made by Shiplift")
						.versionLabel(request.versionLabel())
						.platformArn(platform)
						.tier((tier) -> tier.name("WebServer").type("Standard").version("1.0"))
						.optionSettings(Options.of(request.settings()))
						.tags(ApplicationVersions.tags(request.tags()))));
		}
		catch (AwsProblem ex) {
			if (!ex.getMessage().contains("already exists")) {
				throw ex;
			}
			if (!isOurs(request)) {
				throw new OutsideProblem(Kind.TRANSIENT,
						"AWS has an environment named " + request.name() + " that it did not show yet.");
			}
		}
	}

	private boolean isOurs(EnvironmentRequest request) {
		EnvironmentDescription standing = standing(request.name()).orElse(null);
		if (standing == null) {
			return false;
		}
		if (!Objects.equals(tags(standing).get(OWNER), request.tags().get(OWNER))) {
			throw new OutsideProblem(Kind.REFUSED, "An environment named " + request.name()
					+ " exists already and does not belong to this migration. Rename or delete it, then retry.");
		}
		return true;
	}

	/**
	 * What is wrong with the settings, all of it at once. Without an environment AWS may
	 * decline to look; then it says the same when it makes one.
	 */
	private void validate(String application, @Nullable String environment, Map<String, String> settings) {
		List<ValidationMessage> messages;
		try {
			messages = this.calls.call("elasticbeanstalk:ValidateConfigurationSettings", application,
					() -> client().validateConfigurationSettings((validated) -> validated.applicationName(application)
						.environmentName(environment)
						.optionSettings(Options.of(settings))))
				.messages();
		}
		catch (AwsProblem ex) {
			if (ex.kind() == Kind.REFUSED) {
				return;
			}
			throw ex;
		}
		String errors = messages.stream()
			.filter((message) -> message.severity() == ValidationSeverity.ERROR)
			.map((message) -> message.namespace() + ":" + message.optionName() + " (" + message.message() + ")")
			.collect(Collectors.joining(", "));
		if (!errors.isEmpty()) {
			throw new OutsideProblem(Kind.REFUSED,
					"Beanstalk does not accept these settings: " + errors + ". Correct the plan, then retry.");
		}
	}

	@Override
	public void updateEnvironment(String name, Map<String, String> settings, String token) {
		EnvironmentDescription standing = standing(name)
			.orElseThrow(() -> new OutsideProblem(Kind.REFUSED, "No Environment found for " + name));
		if (standing.status() != EnvironmentStatus.READY) {
			throw busy(name);
		}
		if (view(standing).lacks(settings).isEmpty()) {
			return;
		}
		validate(standing.applicationName(), name, settings);
		whenReady(name, () -> this.calls.call("elasticbeanstalk:UpdateEnvironment", name, () -> client()
			.updateEnvironment((update) -> update.environmentName(name).optionSettings(Options.of(settings)))));
	}

	@Override
	public void terminateEnvironment(String name, String token) {
		EnvironmentDescription standing = standing(name).orElse(null);
		if (standing == null || standing.status() == EnvironmentStatus.TERMINATING) {
			return;
		}
		whenReady(name, () -> this.calls.call("elasticbeanstalk:TerminateEnvironment", name,
				() -> client().terminateEnvironment((end) -> end.environmentId(standing.environmentId()))));
	}

	private static void whenReady(String name, Runnable call) {
		try {
			call.run();
		}
		catch (AwsProblem ex) {
			if (ex.getMessage().contains("invalid state for this operation")) {
				throw busy(name);
			}
			if (!ex.getMessage().contains("No Environment found")) {
				throw ex;
			}
		}
	}

	private static OutsideProblem busy(String name) {
		return new OutsideProblem(Kind.TRANSIENT, "Environment " + name + " is busy with an earlier change.");
	}

	@Override
	public List<Event> events(String environment, @Nullable String afterId) {
		return newest(environment, true)
			.map((described) -> new EnvironmentEvents(this.clients, described.environmentId()).after(afterId))
			.orElse(List.of());
	}

	private Optional<EnvironmentDescription> standing(String name) {
		return newest(name, false).filter((environment) -> environment.status() != EnvironmentStatus.TERMINATED);
	}

	private Optional<EnvironmentDescription> newest(String name, boolean gone) {
		return this.calls
			.call("elasticbeanstalk:DescribeEnvironments", name,
					() -> client()
						.describeEnvironments((described) -> described.environmentNames(name).includeDeleted(gone)))
			.environments()
			.stream()
			.max(Comparator.comparing(EnvironmentDescription::dateCreated,
					Comparator.nullsFirst(Comparator.naturalOrder())));
	}

	private Map<String, String> settings(EnvironmentDescription environment) {
		return this.calls
			.call("elasticbeanstalk:DescribeConfigurationSettings", environment.environmentName(),
					() -> client().describeConfigurationSettings(
							(described) -> described.applicationName(environment.applicationName())
								.environmentName(environment.environmentName())))
			.configurationSettings()
			.stream()
			.findFirst()
			.map((described) -> Options.read(described.optionSettings()))
			.orElse(Map.of());
	}

	private Map<String, String> tags(EnvironmentDescription environment) {
		return this.calls
			.call("elasticbeanstalk:ListTagsForResource", environment.environmentName(),
					() -> client().listTagsForResource((list) -> list.resourceArn(environment.environmentArn())))
			.resourceTags()
			.stream()
			.collect(Collectors.toMap(Tag::key, (tag) -> Objects.requireNonNullElse(tag.value(), "")));
	}

	private ElasticBeanstalkClient client() {
		return this.clients.beanstalk();
	}

}

package io.shiplift.aws.sdk;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.shiplift.credentials.Mask;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticbeanstalk.ElasticBeanstalkClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients of one account in one region, each built when it is first needed. Nothing
 * about them comes from the environment of this machine, and none repeats a call by
 * itself.
 */
final class Clients implements AutoCloseable {

	private static final Duration LONGEST = Duration.ofSeconds(45);

	private final Map<Class<?>, SdkClient> built = new ConcurrentHashMap<>();

	private final Access access;

	private final Line line;

	private final OperationGuard guard;

	private final Calls calls;

	Clients(Access access, Line line, Budget budget, Mask mask) {
		this.access = access;
		this.line = line;
		this.guard = new OperationGuard(budget, line.sent());
		this.calls = new Calls(new Problems(mask), access.renew(), line.pause());
	}

	/** Through this every call goes. */
	Calls calls() {
		return this.calls;
	}

	Access access() {
		return this.access;
	}

	AcmClient acm() {
		return client(AcmClient.class, AcmClient::builder);
	}

	CloudFormationClient cloudFormation() {
		return client(CloudFormationClient.class, CloudFormationClient::builder);
	}

	Ec2Client ec2() {
		return client(Ec2Client.class, Ec2Client::builder);
	}

	ElasticBeanstalkClient beanstalk() {
		return client(ElasticBeanstalkClient.class, ElasticBeanstalkClient::builder);
	}

	IamClient iam() {
		return client(IamClient.class, IamClient::builder);
	}

	RdsClient rds() {
		return client(RdsClient.class, RdsClient::builder);
	}

	S3Client s3() {
		return client(S3Client.class, () -> S3Client.builder().forcePathStyle(this.line.endpoint() != null));
	}

	SecretsManagerClient secrets() {
		return client(SecretsManagerClient.class, SecretsManagerClient::builder);
	}

	ServiceQuotasClient quotas() {
		return client(ServiceQuotasClient.class, ServiceQuotasClient::builder);
	}

	StsClient sts() {
		return client(StsClient.class, StsClient::builder);
	}

	ResourceGroupsTaggingApiClient tags() {
		return client(ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder);
	}

	private <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(Class<C> type,
			Supplier<B> builder) {
		return Objects.requireNonNull(type.cast(this.built.computeIfAbsent(type, (absent) -> build(builder.get()))));
	}

	private <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C build(B builder) {
		builder.region(Region.of(this.access.region()))
			.credentialsProvider(this.access.credentials())
			.httpClient(this.line.http())
			.overrideConfiguration(configuration());
		if (this.line.endpoint() != null) {
			builder.endpointOverride(this.line.endpoint());
		}
		return builder.build();
	}

	private ClientOverrideConfiguration configuration() {
		ProfileFile nothing = ProfileFile.builder().content("").type(ProfileFile.Type.CONFIGURATION).build();
		return ClientOverrideConfiguration.builder()
			.addExecutionInterceptor(this.guard)
			.apiCallTimeout(LONGEST)
			.defaultProfileFileSupplier(() -> nothing)
			.putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, "shiplift")
			.retryStrategy(AwsRetryStrategy.doNotRetry())
			.scheduledExecutorService(this.line.timer())
			.build();
	}

	@Override
	public void close() {
		this.built.values().forEach(SdkClient::close);
	}

}

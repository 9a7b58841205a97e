package io.shiplift.aws.sdk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.aws.Aws.Leftover;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is left after a teardown, as AWS documents its answers.
 */
@ExtendWith(Proves.class)
class SdkLeftoversTests {

	private static final String PREFIX = "arn:aws:%s:eu-central-1:111122223333:%s";

	private final AwsStub aws = new AwsStub();

	private final SdkLeftovers leftovers = new SdkLeftovers(this.aws.clients());

	@AfterEach
	void close() {
		this.aws.close();
	}

	@Test
	void findsNothingOnEveryPage() {
		page("next");
		page("");
		assertThat(this.leftovers.of("m1")).isEmpty();
		assertThat(this.aws.sent("GetResources")).hasSize(2);
		assertThat(this.aws.sent("GetResources").getFirst().get("body")).contains("shiplift:migration", "\"m1\"");
		assertThat(this.aws.sent("GetResources").getLast().get("body")).contains("\"PaginationToken\":\"next\"");
	}

	@Test
	void explainsWhatIsKeptOnPurpose() {
		page("", tagged("arn:aws:s3:::uploads-1", "stack-gone"), tagged(arn("rds", "snapshot:shiplift-m1-final")),
				tagged(arn("acm", "certificate/abc")), tagged(arn("logs", "log-group:/aws/x")),
				tagged(arn("sqs", "queue")));
		assertThat(this.leftovers.of("m1")).containsExactly(
				new Leftover("AWS::S3::Bucket", "uploads-1", "kept on purpose: its contents are yours"),
				new Leftover("AWS::RDS::DBSnapshot", "shiplift-m1-final",
						"last backup of the database, kept on purpose"),
				new Leftover("AWS::CertificateManager::Certificate", "abc", ""),
				new Leftover("AWS::Logs::LogGroup", "/aws/x", ""), new Leftover("sqs", "queue", ""));
	}

	@Test
	void aBucketOfAStackThatStandsIsNotKept() {
		String stack = arn("cloudformation", "stack/shiplift-m1-filestore/1");
		page("", tagged(stack), tagged("arn:aws:s3:::uploads-1", stack));
		stack("CREATE_COMPLETE");
		assertThat(this.leftovers.of("m1")).extracting(Leftover::keptBecause).containsExactly("", "");
	}

	@ParameterizedTest
	@CsvSource({ "CREATE_COMPLETE, 1", "DELETE_FAILED, 1", "DELETE_COMPLETE, 0" })
	void aDeletedStackIsOnlyRemembered(String status, int left) {
		page("", tagged(arn("cloudformation", "stack/shiplift-m1-network/1")));
		stack(status);
		assertThat(this.leftovers.of("m1")).hasSize(left);
	}

	@Test
	void aForgottenStackIsGone() {
		page("", tagged(arn("cloudformation", "stack/shiplift-m1-network/1")));
		this.aws.refuse("DescribeStacks", 400, "ValidationError", "Stack with id x does not exist");
		assertThat(this.leftovers.of("m1")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "running, 1", "stopped, 1", "shutting-down, 0", "terminated, 0" })
	void aTerminatedMachineIsOnlyRemembered(String state, int left) {
		page("", tagged(arn("ec2", "instance/i-1")));
		this.aws.answer("DescribeInstances", 200, """
				<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId>\
				<instanceState><code>0</code><name>%s</name></instanceState></item></instancesSet></item>\
				</reservationSet></DescribeInstancesResponse>""".formatted(state));
		assertThat(this.leftovers.of("m1")).hasSize(left);
	}

	@ParameterizedTest
	@CsvSource({ "available, 1", "deleting, 1", "deleted, 0", "failed, 0" })
	void aDeletedGatewayIsOnlyRemembered(String state, int left) {
		page("", tagged(arn("ec2", "natgateway/nat-1")));
		this.aws.answer("DescribeNatGateways", 200, """
				<DescribeNatGatewaysResponse><natGatewaySet><item><natGatewayId>nat-1</natGatewayId>\
				<state>%s</state></item></natGatewaySet></DescribeNatGatewaysResponse>""".formatted(state));
		assertThat(this.leftovers.of("m1")).hasSize(left);
	}

	@ParameterizedTest
	@CsvSource({ "Ready, 1", "Terminating, 1", "Terminated, 0" })
	void aTerminatedEnvironmentIsOnlyRemembered(String status, int left) {
		page("", tagged(arn("elasticbeanstalk", "environment/shiplift-m1/shiplift-m1-web")));
		this.aws.xml("DescribeEnvironments", "<Environments><member><EnvironmentName>shiplift-m1-web</EnvironmentName>"
				+ "<Status>" + status + "</Status></member></Environments>");
		assertThat(this.leftovers.of("m1")).hasSize(left);
		assertThat(this.aws.sent("DescribeEnvironments").getFirst()).containsEntry("EnvironmentNames.member.1",
				"shiplift-m1-web");
	}

	@Test
	void aSecretThatWaitsForItsEndIsOnlyRemembered() {
		page("", tagged(arn("secretsmanager", "secret:one")), tagged(arn("secretsmanager", "secret:two")),
				tagged(arn("secretsmanager", "secret:three")));
		this.aws.answer("DescribeSecret", 200, "{\"Name\":\"one\"}")
			.answer("DescribeSecret", 200, "{\"Name\":\"two\",\"DeletedDate\":1795000000}")
			.refuseJson("DescribeSecret", 400, "ResourceNotFoundException", "no such secret");
		assertThat(this.leftovers.of("m1")).extracting(Leftover::name).containsExactly("one");
	}

	private static String arn(String service, String rest) {
		return PREFIX.formatted(service, rest);
	}

	private void stack(String status) {
		this.aws.xml("DescribeStacks",
				"<Stacks><member><StackName>s</StackName><StackStatus>" + status + "</StackStatus></member></Stacks>");
	}

	private static String tagged(String arn, String... stack) {
		String tags = Stream
			.concat(Stream.of("{\"Key\":\"shiplift:migration\",\"Value\":\"m1\"}"),
					Stream.of(stack).map("{\"Key\":\"aws:cloudformation:stack-id\",\"Value\":\"%s\"}"::formatted))
			.collect(Collectors.joining(","));
		return "{\"ResourceARN\":\"%s\",\"Tags\":[%s]}".formatted(arn, tags);
	}

	private void page(String next, String... resources) {
		this.aws.answer("GetResources", 200, "{\"PaginationToken\":\"%s\",\"ResourceTagMappingList\":[%s]}"
			.formatted(next, String.join(",", List.of(resources))));
	}

}

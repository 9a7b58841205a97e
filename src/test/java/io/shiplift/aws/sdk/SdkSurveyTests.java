package io.shiplift.aws.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.shiplift.aws.AwsFinding;
import io.shiplift.aws.AwsFinding.Standing;
import io.shiplift.aws.AwsNeeds;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for looking at an account before anything is made in it, against answers of the
 * documented shape.
 */
@ExtendWith(Proves.class)
class SdkSurveyTests {

	private static final AwsNeeds NEEDS = new AwsNeeds("eu-central-1", "shiplift-k3f9abcd", "k3f9abcd", "t4g.small",
			"db.t4g.medium", "Python");

	private final AwsStub stub = new AwsStub();

	@BeforeEach
	void anAccountWithRoomForEverything() {
		this.stub.refuse("SimulatePrincipalPolicy", 403, "AccessDenied",
				"User: us is not authorized to perform: iam:SimulatePrincipalPolicy on resource: role");
		this.stub.answer("DescribeVpcs", 200,
				"<DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet></DescribeVpcsResponse>");
		this.stub.answer("DescribeAddresses", 200,
				"<DescribeAddressesResponse><addressesSet/></DescribeAddressesResponse>");
		this.stub.answer("DescribeNatGateways", 200,
				"<DescribeNatGatewaysResponse><natGatewaySet/></DescribeNatGatewaysResponse>");
		this.stub.answer("GetServiceQuota", 200, "{\"Quota\":{\"Value\":5.0}}");
		this.stub.xml("DescribeAccountAttributes",
				"<AccountQuotas><AccountQuota><AccountQuotaName>DBInstances</AccountQuotaName><Used>3</Used><Max>40</Max></AccountQuota></AccountQuotas>"
						+ "<ResourceQuotas><EnvironmentQuota><Maximum>200</Maximum></EnvironmentQuota></ResourceQuotas>");
		this.stub.xml("DescribeEnvironments", "<Environments/>");
		this.stub.answer("DescribeInstanceTypeOfferings", 200,
				"<DescribeInstanceTypeOfferingsResponse><instanceTypeOfferingSet><item><instanceType>t4g.small</instanceType></item></instanceTypeOfferingSet></DescribeInstanceTypeOfferingsResponse>");
		this.stub.xml("DescribeOrderableDBInstanceOptions",
				"<OrderableDBInstanceOptions><OrderableDBInstanceOption><EngineVersion>9.6.24</EngineVersion></OrderableDBInstanceOption><OrderableDBInstanceOption><EngineVersion>17.9</EngineVersion></OrderableDBInstanceOption></OrderableDBInstanceOptions>");
		this.stub.xml("ListPlatformVersions",
				"<PlatformSummaryList><member><PlatformArn>arn:aws:elasticbeanstalk:eu-central-1::platform/Python 3.14 running on 64bit Amazon Linux 2023/4.13.7</PlatformArn><PlatformBranchName>Python 3.14 running on 64bit Amazon Linux 2023</PlatformBranchName><PlatformBranchLifecycleState>Supported</PlatformBranchLifecycleState><PlatformVersion>4.13.7</PlatformVersion></member></PlatformSummaryList>");
		this.stub.refuse("DescribeStacks", 400, "ValidationError", "Stack with id x does not exist");
		this.stub.refuse("GetRole", 404, "NoSuchEntity", "none");
	}

	@AfterEach
	void stop() {
		this.stub.close();
	}

	@Test
	void findsRoomAndSaysWhatAwsDidNotTell() {
		Map<Standing, List<AwsFinding>> found = byStanding();
		assertThat(found.get(Standing.UNKNOWN)).singleElement()
			.extracting(AwsFinding::words)
			.asString()
			.contains("Permissions: AWS did not tell.", "iam:SimulatePrincipalPolicy");
		assertThat(found.get(Standing.BLOCKS)).isNull();
		assertThat(found.get(Standing.FINE)).extracting(AwsFinding::found)
			.contains("1 of 5 VPCs are there, 1 is needed.", "0 of 5 Elastic IPs are there, 1 is needed.",
					"3 of 40 database servers are there, 1 is needed.",
					"db.t4g.medium is offered in eu-central-1, with PostgreSQL up to 17.9.",
					"shiplift-k3f9abcd-web is free.");
	}

	@Test
	void namesTheActionsThatAreMissingAndTheStepsThatNeedThem() {
		this.stub.forget("SimulatePrincipalPolicy");
		this.stub.xml("SimulatePrincipalPolicy",
				"<IsTruncated>false</IsTruncated><EvaluationResults><member><EvalActionName>ec2:CreateVpc</EvalActionName><EvalDecision>implicitDeny</EvalDecision></member></EvaluationResults>");
		List<AwsFinding> blocks = byStanding().getOrDefault(Standing.BLOCKS, List.of());
		assertThat(blocks).extracting(AwsFinding::topic)
			.containsExactly("Permissions of Shiplift", "Permissions of the stacks");
		assertThat(blocks.getLast().words())
			.contains("arn:aws:iam::111122223333:role/shiplift-abcdefghijkm-stacks lacks network (")
			.contains("ec2:CreateVpc")
			.contains("Launch the template of the connection again");
		assertThat(this.stub.sent("SimulatePrincipalPolicy")).isNotEmpty()
			.allMatch((sent) -> "aws:RequestedRegion".equals(sent.get("ContextEntries.member.1.ContextKeyName")));
	}

	@Test
	void saysWhichLimitIsReached() {
		this.stub.forget("GetServiceQuota").answer("GetServiceQuota", 200, "{\"Quota\":{\"Value\":1.0}}");
		assertThat(byStanding().get(Standing.BLOCKS)).extracting(AwsFinding::words)
			.anyMatch((words) -> words.startsWith("Networks: 1 of 1 VPCs are there, 1 is needed. Have AWS raise"));
	}

	@Test
	void findsNamesThatSomebodyElseHas() {
		this.stub.forget("DescribeStacks")
			.xml("DescribeStacks",
					"<Stacks><member><StackName>shiplift-k3f9abcd-network</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime></member></Stacks>");
		this.stub.forget("DescribeEnvironments")
			.xml("DescribeEnvironments",
					"<Environments><member><EnvironmentName>shiplift-k3f9abcd-web</EnvironmentName><ApplicationName>blog</ApplicationName></member></Environments>");
		assertThat(byStanding().get(Standing.BLOCKS)).extracting(AwsFinding::words)
			.anyMatch((words) -> words.startsWith("Stacks: These stacks do not belong to this migration"))
			.anyMatch((words) -> words.contains("The application blog has an environment named shiplift-k3f9abcd-web"));
	}

	@Test
	void findsWhatTheRegionDoesNotOffer() {
		this.stub.forget("DescribeInstanceTypeOfferings")
			.answer("DescribeInstanceTypeOfferings", 200,
					"<DescribeInstanceTypeOfferingsResponse><instanceTypeOfferingSet/></DescribeInstanceTypeOfferingsResponse>");
		this.stub.forget("DescribeOrderableDBInstanceOptions")
			.xml("DescribeOrderableDBInstanceOptions", "<OrderableDBInstanceOptions/>");
		assertThat(byStanding().get(Standing.BLOCKS)).extracting(AwsFinding::words)
			.anyMatch((words) -> words.startsWith("Machines: t4g.small is not offered in eu-central-1. Choose another"))
			.anyMatch((words) -> words.startsWith("Database class: db.t4g.medium with PostgreSQL is not offered"));
	}

	private Map<Standing, List<AwsFinding>> byStanding() {
		AwsConnection connection = new AwsConnection("abcdefghijkm", 1, "Production",
				new AwsConnection.Place("111122223333", "eu-central-1"), "x".repeat(40),
				"arn:aws:iam::111122223333:role/shiplift-abcdefghijkm", "", AwsConnection.Tested.NEVER, 1,
				Instant.EPOCH);
		try (Clients clients = this.stub.clients()) {
			return SdkSurvey.look(clients, connection, NEEDS)
				.stream()
				.collect(Collectors.groupingBy(AwsFinding::standing));
		}
	}

}

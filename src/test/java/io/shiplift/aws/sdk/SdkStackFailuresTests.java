package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Map;

import io.shiplift.aws.ChangeSets.Replacement;
import io.shiplift.aws.ChangeSets.State;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks.Event;
import io.shiplift.aws.Stacks.OnFailure;
import io.shiplift.aws.Stacks.Request;
import io.shiplift.aws.Template;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SdkStacks} with answers of the documented shape, for what the emulator
 * does not have: events of resources, failures, replacements.
 */
@ExtendWith(Proves.class)
class SdkStackFailuresTests {

	private static final String STACK = "AWS::CloudFormation::Stack";

	private static final String NONE = "Stack with id shiplift-w1-net does not exist";

	private final AwsStub aws = new AwsStub();

	private final Clients clients = this.aws.clients();

	private final SdkStacks stacks = new SdkStacks(this.clients, new StackRoles("arn:role/stacks", "arn:policy/limit"));

	@AfterEach
	void close() {
		this.clients.close();
		this.aws.close();
	}

	@ParameterizedTest
	@EnumSource(StackStatus.class)
	void knowsEveryState(StackStatus status) {
		stands(status, "because");
		this.aws.xml("DescribeStackEvents", "<StackEvents/>");
		this.aws.xml("ListChangeSets", "<Summaries/>");
		assertThat(this.stacks.find("shiplift-w1-net").orElseThrow().status()).isEqualTo(status);
	}

	@Test
	void thatThereIsNoStackIsNoProblem() {
		this.aws.refuse("DescribeStacks", 400, "ValidationError", NONE);
		this.aws.refuse("DescribeStackEvents", 400, "ValidationError", "Stack [x] does not exist");
		assertThat(this.stacks.find("shiplift-w1-net")).isEmpty();
		assertThat(this.stacks.events("shiplift-w1-net", null)).isEmpty();
		this.aws.forget("DescribeStacks").refuse("DescribeStacks", 400, "ValidationError", "Name is malformed");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.stacks.find("shiplift-w1-net"))
			.withMessageContaining("Name is malformed");
	}

	@Test
	void tellsEventsOldestFirstFromTheOneSeenLast() {
		this.aws.xml("DescribeStackEvents", "<StackEvents>" + event("e5", "Nat", "CREATE_COMPLETE", "")
				+ event("e4", "Nat", "CREATE_IN_PROGRESS", "") + "</StackEvents><NextToken>more</NextToken>");
		this.aws.xml("DescribeStackEvents", "<StackEvents>" + event("e3", "Vpc", "CREATE_COMPLETE", "")
				+ event("e2", "Vpc", "CREATE_IN_PROGRESS", "") + "</StackEvents>");
		assertThat(this.stacks.events("shiplift-w1-net", "e2")).extracting(Event::id).containsExactly("e3", "e4", "e5");
		assertThat(this.aws.sent("DescribeStackEvents")).hasSize(2);
		assertThat(this.aws.sent("DescribeStackEvents").getLast()).containsEntry("NextToken", "more");
	}

	@Test
	void saysWhichResourceFailedFirst() {
		stands(StackStatus.ROLLBACK_COMPLETE, "The following resource(s) failed to create: [Vpc, Nat].");
		this.aws.xml("DescribeStackEvents",
				"<StackEvents>" + event("e6", "Vpc", "DELETE_COMPLETE", "")
						+ event("e5", "Address", "CREATE_FAILED", "Resource creation cancelled")
						+ event("e4", "Nat", "CREATE_FAILED", "The maximum number of addresses has been reached.")
						+ event("e3", "Vpc", "CREATE_COMPLETE", "")
						+ event("e2", "net", STACK, "CREATE_IN_PROGRESS", "User Initiated")
						+ event("e1", "Old", "CREATE_FAILED", "of an earlier try") + "</StackEvents>");
		assertThat(this.stacks.find("shiplift-w1-net").orElseThrow()).satisfies((stack) -> {
			assertThat(stack.reason()).isEqualTo("Nat: The maximum number of addresses has been reached.");
			assertThat(stack.outputs()).isEmpty();
		});
	}

	@Test
	void asksForWhatItWants() {
		this.aws.xml("CreateStack", "<StackId>arn</StackId>");
		this.stacks.create(new Request("shiplift-w1-database", new Template(
				"{Parameters: {Size: {Type: String}, PermissionsBoundaryArn: {Type: String}}, Resources: {A: {Type: T}}}"),
				Map.of("Size", "small"), Map.of("shiplift:migration", "w1"), "shiplift-w1-database-7-g1",
				OnFailure.DO_NOTHING));
		assertThat(this.aws.sent("CreateStack")).singleElement()
			.satisfies((sent) -> assertThat(sent).containsEntry("ClientRequestToken", "shiplift-w1-database-7-g1")
				.containsEntry("OnFailure", "DO_NOTHING")
				.containsEntry("Parameters.member.1.ParameterValue", "arn:policy/limit")
				.containsEntry("Parameters.member.2.ParameterValue", "small")
				.containsEntry("RoleARN", "arn:role/stacks")
				.containsEntry("Tags.member.1.Key", "shiplift:migration")
				.containsEntry("Capabilities.member.1", "CAPABILITY_IAM"));
		this.aws.forget("CreateStack").refuse("CreateStack", 400, "AlreadyExistsException", "Stack exists");
		this.stacks.create(new Request("shiplift-w1-database", new Template("Resources: {A: {Type: T}}"), Map.of(),
				Map.of(), "t"));
	}

	@Test
	void goesOnWithAWayBackThatGotStuck() {
		this.aws.xml("ContinueUpdateRollback", "");
		this.stacks.continueRollback("shiplift-w1-net", "t1");
		assertThat(this.aws.sent("ContinueUpdateRollback")).singleElement()
			.satisfies((sent) -> assertThat(sent).containsEntry("ClientRequestToken", "t1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			CREATE_PENDING     | UNAVAILABLE         |                                      | WORKING
			CREATE_IN_PROGRESS | UNAVAILABLE         |                                      | WORKING
			CREATE_COMPLETE    | AVAILABLE           |                                      | READY
			CREATE_COMPLETE    | EXECUTE_IN_PROGRESS |                                      | USED
			CREATE_COMPLETE    | EXECUTE_COMPLETE    |                                      | CARRIED_OUT
			CREATE_COMPLETE    | EXECUTE_FAILED      |                                      | USED
			CREATE_COMPLETE    | OBSOLETE            |                                      | USED
			FAILED             | UNAVAILABLE         | The submitted information didn't contain changes. | EMPTY
			FAILED             | UNAVAILABLE         | No updates are to be performed.      | EMPTY
			FAILED             | UNAVAILABLE         | Template error: no such parameter    | REFUSED
			""")
	void knowsHowAChangeSetStands(String status, String execution, String reason, State state) {
		this.aws.xml("DescribeChangeSet", "<Status>" + status + "</Status><ExecutionStatus>" + execution
				+ "</ExecutionStatus><StatusReason>" + ((reason != null) ? reason : "") + "</StatusReason>");
		assertThat(this.stacks.changes().find("shiplift-w1-net", "c1").orElseThrow().state()).isEqualTo(state);
	}

	@Test
	void saysWhatWouldBeMadeAnewAndWhy() {
		this.aws.xml("DescribeChangeSet", """
				<Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus><Changes><member>\
				<Type>Resource</Type><ResourceChange><Action>Modify</Action><LogicalResourceId>Database\
				</LogicalResourceId><PhysicalResourceId>db-1</PhysicalResourceId><ResourceType>AWS::RDS::DBInstance\
				</ResourceType><Replacement>Conditional</Replacement><Details><member><Target><Attribute>Properties\
				</Attribute><Name>MasterUsername</Name></Target></member><member><Target><Attribute>Tags</Attribute>\
				</Target></member></Details></ResourceChange></member></Changes>""");
		assertThat(this.stacks.changes().find("shiplift-w1-database", "c1").orElseThrow().changes()).singleElement()
			.satisfies((change) -> {
				assertThat(change.replacement()).isEqualTo(Replacement.PERHAPS);
				assertThat(change.causes()).isEqualTo(List.of("MasterUsername", "Tags"));
				assertThat(change.physicalId()).isEqualTo("db-1");
			});
	}

	@Test
	void findsOutWhoseAStackUnderReviewIs() {
		stands(StackStatus.REVIEW_IN_PROGRESS, "");
		this.aws.xml("ListChangeSets", "<Summaries><member><ChangeSetName>c1</ChangeSetName></member></Summaries>");
		this.aws.xml("DescribeChangeSet", "<Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus>"
				+ "<Tags><member><Key>shiplift:migration</Key><Value>w1</Value></member></Tags>");
		assertThat(this.stacks.find("shiplift-w1-net").orElseThrow().tags()).containsEntry("shiplift:migration", "w1");
	}

	private void stands(StackStatus status, String reason) {
		this.aws.xml("DescribeStacks", """
				<Stacks><member><StackName>shiplift-w1-net</StackName><StackId>arn:1</StackId><StackStatus>%s\
				</StackStatus><StackStatusReason>%s</StackStatusReason><Outputs><member><OutputKey>VpcId</OutputKey>\
				<OutputValue>vpc-1</OutputValue></member></Outputs></member></Stacks>""".formatted(status, reason));
	}

	private static String event(String id, String resource, String status, String reason) {
		return event(id, resource, "AWS::EC2::" + resource, status, reason);
	}

	private static String event(String id, String resource, String type, String status, String reason) {
		return """
				<member><EventId>%s</EventId><Timestamp>2026-11-21T10:00:00.000Z</Timestamp><LogicalResourceId>%s\
				</LogicalResourceId><ResourceType>%s</ResourceType><ResourceStatus>%s</ResourceStatus>\
				<ResourceStatusReason>%s</ResourceStatusReason></member>""".formatted(id, resource, type, status,
				reason);
	}

}

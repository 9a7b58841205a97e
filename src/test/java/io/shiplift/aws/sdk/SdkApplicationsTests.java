package io.shiplift.aws.sdk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.shiplift.aws.Applications.Environment;
import io.shiplift.aws.Applications.EnvironmentRequest;
import io.shiplift.aws.Applications.Event;
import io.shiplift.aws.Applications.Health;
import io.shiplift.aws.Applications.Status;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for environments, as Beanstalk documents its answers.
 */
@ExtendWith(Proves.class)
class SdkApplicationsTests {

	private static final String NAME = "shiplift-m1-web";

	private static final String VARIABLE = "aws:elasticbeanstalk:application:environment:DEBUG";

	private static final EnvironmentRequest REQUEST = new EnvironmentRequest("shiplift-m1", NAME, "v1", "Python",
			Map.of(VARIABLE, "off", "aws:autoscaling:asg:MinSize", "2"), Map.of("shiplift:migration", "m1"), "token");

	private final AwsStub aws = new AwsStub();

	private final SdkApplications applications = new SdkApplications(this.aws.clients());

	@AfterEach
	void close() {
		this.aws.close();
	}

	@ParameterizedTest
	@CsvSource({ "Launching, Grey, Pending, LAUNCHING, GREY", "Updating, Grey, Info, UPDATING, GREEN",
			"Ready, Green, Ok, READY, GREEN", "Ready, Yellow, Warning, READY, YELLOW",
			"Ready, Red, Degraded, READY, RED", "Ready, Red, Severe, READY, RED", "Ready, Grey, NoData, READY, GREY",
			"Ready, Grey, Suspended, READY, GREY", "Ready, Green, , READY, GREEN", "Ready, Yellow, , READY, YELLOW",
			"Ready, Red, , READY, RED", "Aborting, Grey, , UPDATING, GREY", "LinkingTo, Green, , UPDATING, GREEN",
			"Terminating, Grey, Suspended, TERMINATING, GREY", "Novel, Grey, Novel, UPDATING, GREY" })
	void readsEveryStateAndHealth(String status, String colour, String health, Status state, Health ours) {
		standing(status, colour, health);
		Environment found = this.applications.findEnvironment(NAME).orElseThrow();
		assertThat(found.status()).isEqualTo(state);
		assertThat(found.health()).isEqualTo(ours);
		assertThat(found.id()).isEqualTo("e-abcdefghij");
		assertThat(found.address()).isEqualTo("shiplift-m1-web.eba-abc.eu-central-1.elasticbeanstalk.com");
		assertThat(found.tags()).containsEntry("shiplift:migration", "m1");
		assertThat(found.settings())
			.isEqualTo((state == Status.READY) ? Map.of(VARIABLE, "on", "aws:autoscaling:asg:MinSize", "1") : Map.of());
	}

	@Test
	void doesNotFindWhatIsGone() {
		none();
		assertThat(this.applications.findEnvironment(NAME)).isEmpty();
		this.aws.forget("DescribeEnvironments");
		standing("Terminated", "Grey", "");
		assertThat(this.applications.findEnvironment(NAME)).isEmpty();
	}

	@Test
	void makesAnEnvironmentOnTheNewestPlatform() {
		none();
		accepting();
		this.applications.createEnvironment(REQUEST);
		assertThat(this.aws.sent("CreateEnvironment")).singleElement()
			.satisfies((sent) -> assertThat(sent).containsEntry("EnvironmentName", NAME)
				.containsEntry("PlatformArn", platform("3.14", "4.13.10"))
				.containsEntry("VersionLabel", "v1")
				.containsEntry("Tier.Name", "WebServer")
				.containsEntry("OptionSettings.member.1.Namespace", "aws:autoscaling:asg")
				.containsEntry("OptionSettings.member.1.OptionName", "MinSize")
				.containsEntry("OptionSettings.member.1.Value", "2")
				.containsEntry("OptionSettings.member.2.OptionName", "DEBUG")
				.containsEntry("Tags.member.1.Value", "m1"));
		assertThat(this.aws.sent("ListPlatformVersions").getFirst())
			.containsEntry("Filters.member.1.Type", "PlatformBranchName")
			.containsEntry("Filters.member.1.Operator", "begins_with")
			.containsEntry("Filters.member.2.Values.member.1", "recommended");
	}

	@Test
	void findsThePlatformOfACertainLanguageVersion() {
		accepting();
		Platforms platforms = new Platforms(this.aws.clients());
		assertThat(platforms.newest("Python 3.9")).isEqualTo(platform("3.9", "4.13.10"));
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> platforms.newest("Python 3.1"))
			.withMessageContaining("Beanstalk has no platform for Python 3.1 in this region");
	}

	@Test
	void doesNotMakeItTwiceAndNotOverThatOfOthers() {
		standing("Launching", "Grey", "Pending");
		accepting();
		this.applications.createEnvironment(REQUEST);
		assertThat(this.aws.sent("CreateEnvironment")).isEmpty();
		EnvironmentRequest other = new EnvironmentRequest("shiplift-m2", NAME, "v1", "Python", Map.of(),
				Map.of("shiplift:migration", "m2"), "token");
		assertProblem(Kind.REFUSED, "does not belong to this migration",
				() -> this.applications.createEnvironment(other));
	}

	@Test
	void looksAgainWhenAwsShowedItTooLate() {
		none();
		accepting();
		this.aws.forget("CreateEnvironment")
			.refuse("CreateEnvironment", 400, "InvalidParameterValue", "Environment " + NAME + " already exists.");
		assertProblem(Kind.TRANSIENT, "did not show yet", () -> this.applications.createEnvironment(REQUEST));
	}

	@Test
	void namesEverySettingThatBeanstalkDoesNotAccept() {
		none();
		accepting();
		this.aws.forget("ValidateConfigurationSettings").xml("ValidateConfigurationSettings", """
				<Messages><member><Severity>error</Severity><Namespace>aws:autoscaling:asg</Namespace>\
				<OptionName>MinSize</OptionName><Message>Must be a number</Message></member>\
				<member><Severity>warning</Severity><Message>unusual</Message></member></Messages>""");
		assertProblem(Kind.REFUSED, "aws:autoscaling:asg:MinSize (Must be a number)",
				() -> this.applications.createEnvironment(REQUEST));
		this.aws.forget("ValidateConfigurationSettings")
			.refuse("ValidateConfigurationSettings", 400, "InvalidParameterValue", "Name an environment.");
		this.applications.createEnvironment(REQUEST);
		assertThat(this.aws.sent("CreateEnvironment")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "TooManyEnvironmentsException, NEEDS_PERSON", "InsufficientPrivilegesException, NEEDS_PERSON",
			"TooManyBucketsException, NEEDS_PERSON", "InvalidParameterValue, REFUSED", "Throttling, TRANSIENT",
			"ExpiredToken, NEEDS_PERSON", "AccessDenied, NEEDS_PERSON", "ServiceUnavailable, UNKNOWN" })
	void tellsWhoseTurnItIs(String code, Kind kind) {
		none();
		accepting();
		this.aws.forget("CreateEnvironment")
			.refuse("CreateEnvironment", code.equals("ServiceUnavailable") ? 503 : 400, code, "no");
		assertProblem(kind, code, () -> this.applications.createEnvironment(REQUEST));
	}

	@Test
	void changesOnlyWhatIsDifferentAndOnlyWhenReady() {
		standing("Ready", "Green", "Ok");
		accepting();
		this.applications.updateEnvironment(NAME, Map.of(VARIABLE, "on"), "token");
		assertThat(this.aws.sent("UpdateEnvironment")).isEmpty();
		this.applications.updateEnvironment(NAME, Map.of(VARIABLE, "off"), "token");
		assertThat(this.aws.sent("UpdateEnvironment")).singleElement()
			.satisfies((sent) -> assertThat(sent).containsEntry("OptionSettings.member.1.Value", "off"));
		this.aws.forget("UpdateEnvironment")
			.refuse("UpdateEnvironment", 400, "InvalidParameterValue",
					"Environment named " + NAME + " is in an invalid state for this operation. Must be Ready.");
		assertProblem(Kind.TRANSIENT, "busy",
				() -> this.applications.updateEnvironment(NAME, Map.of(VARIABLE, "off"), "token"));
		this.aws.forget("DescribeEnvironments");
		standing("Updating", "Grey", "Info");
		assertProblem(Kind.TRANSIENT, "busy",
				() -> this.applications.updateEnvironment(NAME, Map.of(VARIABLE, "off"), "token"));
		this.aws.forget("DescribeEnvironments");
		none();
		assertProblem(Kind.REFUSED, "No Environment found",
				() -> this.applications.updateEnvironment(NAME, Map.of(VARIABLE, "off"), "token"));
	}

	@Test
	void terminatesWhatStands() {
		standing("Ready", "Green", "Ok");
		accepting();
		this.applications.terminateEnvironment(NAME, "token");
		assertThat(this.aws.sent("TerminateEnvironment")).singleElement()
			.satisfies((sent) -> assertThat(sent).containsEntry("EnvironmentId", "e-abcdefghij"));
		Stream.of("Terminating", "Terminated").forEach((status) -> {
			this.aws.forget("DescribeEnvironments");
			standing(status, "Grey", "");
			this.applications.terminateEnvironment(NAME, "token");
		});
		assertThat(this.aws.sent("TerminateEnvironment")).hasSize(1);
	}

	@Test
	void givesEventsIdsThatStay() {
		standing("Launching", "Grey", "Pending");
		this.aws
			.xml("DescribeEvents",
					"<Events>" + event("10:00:02.000", "third") + event("10:00:01.000", "twice")
							+ "</Events><NextToken>more</NextToken>")
			.xml("DescribeEvents",
					"<Events>" + event("10:00:01.000", "twice") + event("10:00:00.500", "first") + "</Events>");
		List<Event> all = this.applications.events(NAME, null);
		assertThat(all).extracting(Event::message).containsExactly("first", "twice", "twice", "third");
		assertThat(all).extracting(Event::id).doesNotHaveDuplicates();
		assertThat(this.aws.sent("DescribeEvents").getLast()).containsEntry("NextToken", "more")
			.containsEntry("EnvironmentId", "e-abcdefghij");
		this.aws.forget("DescribeEvents")
			.xml("DescribeEvents", "<Events>" + event("10:00:03.000", "fourth") + event("10:00:02.000", "third")
					+ event("10:00:01.000", "twice") + event("10:00:01.000", "twice") + "</Events>");
		assertThat(this.applications.events(NAME, all.get(1).id())).extracting(Event::message)
			.containsExactly("twice", "third", "fourth");
		assertThat(this.aws.sent("DescribeEvents").getLast()).containsEntry("StartTime", "2026-11-20T10:00:01Z");
		assertThat(this.applications.events(NAME, all.getLast().id())).extracting(Event::message)
			.containsExactly("fourth");
	}

	private static void assertProblem(Kind kind, String message, Runnable call) {
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(call::run)
			.withMessageContaining(message)
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(kind));
	}

	private void none() {
		this.aws.xml("DescribeEnvironments", "<Environments/>");
	}

	private void standing(String status, String colour, String health) {
		this.aws.xml("DescribeEnvironments", """
				<Environments><member><EnvironmentName>%s</EnvironmentName><EnvironmentId>e-abcdefghij</EnvironmentId>\
				<EnvironmentArn>arn:aws:elasticbeanstalk:eu-central-1:1:environment/shiplift-m1/%1$s</EnvironmentArn>\
				<ApplicationName>shiplift-m1</ApplicationName><Status>%s</Status><Health>%s</Health>%s\
				<CNAME>shiplift-m1-web.eba-abc.eu-central-1.elasticbeanstalk.com</CNAME>\
				<EndpointURL>awseb-1.elb.amazonaws.com</EndpointURL></member></Environments>""".formatted(NAME, status,
				colour, (health != null) ? "<HealthStatus>" + health + "</HealthStatus>" : ""));
		this.aws.xml("ListTagsForResource", """
				<ResourceTags><member><Key>shiplift:migration</Key><Value>m1</Value></member>\
				<member><Key>Name</Key><Value>web</Value></member></ResourceTags>""");
		this.aws.xml("DescribeConfigurationSettings",
				"<ConfigurationSettings><member><OptionSettings>"
						+ option("aws:elasticbeanstalk:application:environment", "DEBUG", "on")
						+ option("aws:autoscaling:asg", "MinSize", "1")
						+ "<member><Namespace>aws:ec2:vpc</Namespace><OptionName>VPCId</OptionName></member>"
						+ "</OptionSettings></member></ConfigurationSettings>");
	}

	private void accepting() {
		this.aws.xml("ValidateConfigurationSettings", "<Messages/>")
			.xml("ListPlatformVersions",
					"<PlatformSummaryList>" + summary("3.9", "4.13.10") + summary("3.14", "4.13.9")
							+ summary("3.13", "4.13.10") + "</PlatformSummaryList><NextToken>more</NextToken>")
			.xml("ListPlatformVersions",
					"<PlatformSummaryList>" + summary("3.14", "4.13.10") + "</PlatformSummaryList>")
			.xml("ListPlatformVersions", "<PlatformSummaryList>" + summary("3.9", "4.13.10") + "</PlatformSummaryList>")
			.xml("CreateEnvironment", "<EnvironmentName>" + NAME + "</EnvironmentName>")
			.xml("UpdateEnvironment", "<EnvironmentName>" + NAME + "</EnvironmentName>")
			.xml("TerminateEnvironment", "<EnvironmentName>" + NAME + "</EnvironmentName>");
	}

	private static String option(String namespace, String name, String value) {
		return "<member><Namespace>%s</Namespace><OptionName>%s</OptionName><Value>%s</Value></member>"
			.formatted(namespace, name, value);
	}

	private static String platform(String python, String version) {
		return "arn:aws:elasticbeanstalk:eu-central-1::platform/Python " + python
				+ " running on 64bit Amazon Linux 2023/" + version;
	}

	private static String summary(String python, String version) {
		return """
				<member><PlatformArn>%s</PlatformArn><PlatformVersion>%s</PlatformVersion>\
				<PlatformBranchName>Python %s running on 64bit Amazon Linux 2023</PlatformBranchName>\
				<PlatformLifecycleState>Recommended</PlatformLifecycleState>\
				<PlatformBranchLifecycleState>Supported</PlatformBranchLifecycleState></member>"""
			.formatted(platform(python, version), version, python);
	}

	private static String event(String time, String message) {
		return "<member><EventDate>2026-11-20T%sZ</EventDate><Severity>INFO</Severity><Message>%s</Message></member>"
			.formatted(time, message);
	}

}

package io.shiplift.aws.sdk;

import java.util.Map;

import io.shiplift.aws.Applications.Version;
import io.shiplift.aws.Applications.VersionRequest;
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
 * Tests for application versions, as Beanstalk documents its answers.
 */
@ExtendWith(Proves.class)
class ApplicationVersionsTests {

	private static final VersionRequest REQUEST = new VersionRequest("shiplift-m1", "v1", "work", "bundles/v1.zip",
			Map.of("shiplift:migration", "m1"), "token");

	private final AwsStub aws = new AwsStub();

	private final SdkApplications applications = new SdkApplications(this.aws.clients());

	@AfterEach
	void close() {
		this.aws.close();
	}

	@ParameterizedTest
	@CsvSource({ "PROCESSED, READY", "Processed, READY", "UNPROCESSED, READY", "PROCESSING, PROCESSING",
			"Building, PROCESSING", "FAILED, FAILED", "Failed, FAILED" })
	void tellsHowFarAwsIsWithIt(String status, Version.State state) {
		standing(status, "bundles/v1.zip");
		assertThat(this.applications.findVersion("shiplift-m1", "v1")).contains(new Version("v1", state));
		Map<String, String> sent = this.aws.sent("DescribeApplicationVersions").getFirst();
		assertThat(sent).containsEntry("ApplicationName", "shiplift-m1").containsEntry("VersionLabels.member.1", "v1");
	}

	@Test
	void registersABundleToBeLookedThrough() {
		none();
		this.aws.xml("CreateApplicationVersion",
				"<ApplicationVersion><VersionLabel>v1</VersionLabel></ApplicationVersion>");
		this.applications.createVersion(REQUEST);
		assertThat(this.aws.sent("CreateApplicationVersion")).singleElement()
			.satisfies((sent) -> assertThat(sent).containsEntry("Process", "true")
				.containsEntry("AutoCreateApplication", "false")
				.containsEntry("SourceBundle.S3Bucket", "work")
				.containsEntry("SourceBundle.S3Key", "bundles/v1.zip")
				.containsEntry("Tags.member.1.Key", "shiplift:migration")
				.containsEntry("Tags.member.1.Value", "m1"));
	}

	@Test
	void doesNotRegisterTwice() {
		standing("PROCESSING", "bundles/v1.zip");
		this.applications.createVersion(REQUEST);
		assertThat(this.aws.sent("CreateApplicationVersion")).isEmpty();
	}

	@Test
	void refusesALabelThatMeansSomethingElse() {
		standing("PROCESSED", "bundles/other.zip");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.applications.createVersion(REQUEST))
			.withMessageContaining("was made of something else")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Kind.REFUSED));
	}

	@Test
	void looksAgainWhenAwsShowedAVersionTooLate() {
		none();
		this.aws.refuse("CreateApplicationVersion", 400, "InvalidParameterValue",
				"Application Version v1 already exists.");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.applications.createVersion(REQUEST))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Kind.TRANSIENT));
	}

	@ParameterizedTest
	@CsvSource({ "TooManyApplicationVersionsException, NEEDS_PERSON", "InsufficientPrivilegesException, NEEDS_PERSON",
			"S3LocationNotInServiceRegionException, REFUSED", "InvalidParameterValue, REFUSED" })
	void tellsWhoseTurnItIs(String code, Kind kind) {
		none();
		this.aws.refuse("CreateApplicationVersion", 400, code, "no");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.applications.createVersion(REQUEST))
			.withMessageContaining(code)
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(kind));
	}

	@Test
	void deletesTheVersionAndKeepsItsBundle() {
		standing("PROCESSED", "bundles/v1.zip");
		this.aws.answer("DeleteApplicationVersion", 200, "<DeleteApplicationVersionResponse/>");
		this.applications.deleteVersion("shiplift-m1", "v1", "token");
		assertThat(this.aws.sent("DeleteApplicationVersion")).singleElement()
			.satisfies((sent) -> assertThat(sent).containsEntry("DeleteSourceBundle", "false"));
		this.aws.forget("DescribeApplicationVersions");
		none();
		this.applications.deleteVersion("shiplift-m1", "v1", "token");
		assertThat(this.aws.sent("DeleteApplicationVersion")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "InvalidParameterValue, Unable to delete application version because it is deployed.",
			"OperationInProgressFailure, Another operation is in progress." })
	void waitsWhileAVersionIsUsed(String code, String message) {
		standing("PROCESSED", "bundles/v1.zip");
		this.aws.refuse("DeleteApplicationVersion", 400, code, message);
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.applications.deleteVersion("shiplift-m1", "v1", "token"))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Kind.TRANSIENT));
	}

	private void none() {
		this.aws.xml("DescribeApplicationVersions", "<ApplicationVersions/>");
	}

	private void standing(String status, String key) {
		this.aws.xml("DescribeApplicationVersions", """
				<ApplicationVersions><member><ApplicationName>shiplift-m1</ApplicationName>\
				<VersionLabel>v1</VersionLabel><Status>%s</Status><SourceBundle><S3Bucket>work</S3Bucket>\
				<S3Key>%s</S3Key></SourceBundle></member></ApplicationVersions>""".formatted(status, key));
	}

}

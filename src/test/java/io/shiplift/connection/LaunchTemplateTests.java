package io.shiplift.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.shiplift.aws.StackActions;
import io.shiplift.aws.StepPolicy;
import io.shiplift.credentials.AwsConnection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a team launches in its account, and for the policies in it.
 */
class LaunchTemplateTests {

	/** What AWS allows all policies of one role together, white space not counted. */
	private static final int MOST = 10_240;

	private static final AwsConnection CONNECTION = new AwsConnection("abcdefghijkm", 1, "Production",
			new AwsConnection.Place("111122223333", "eu-central-1"), "x2".repeat(20), "", "",
			AwsConnection.Tested.NEVER, 1, Instant.EPOCH);

	@Test
	void letsNobodyInWithoutTheExternalId() {
		String text = text();
		assertThat(text).contains("Condition: {StringEquals: {\"sts:ExternalId\": !Ref ExternalId}}",
				"Default: " + "x2".repeat(20), "Default: \"arn:aws:iam::999988887777:user/shiplift\"",
				"Default: shiplift-abcdefghijkm");
		assertThat(text.split("Principal: \\{AWS")).as("statements that let an account in").hasSize(2);
		assertThat(text).doesNotContain("POLICIES", "AdministratorAccess", "PowerUserAccess");
	}

	@Test
	void handsRolesOnlyToServicesThatNeedThem() {
		for (String statement : text().split("\n              - ")) {
			if (statement.contains("Action: \"iam:PassRole\"")) {
				assertThat(statement).contains("iam:PassedToService").doesNotContain("Resource: \"*\"");
			}
		}
	}

	@Test
	void cfnLintFindsNothing() throws IOException, InterruptedException {
		Path file = Files.createDirectories(Path.of("target", "launch")).resolve("launch.yaml");
		Files.writeString(file, text());
		Process lint = new ProcessBuilder("cfn-lint", "--regions", "eu-central-1", "--", file.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(lint.getInputStream().readAllBytes());
		assertThat(lint.waitFor()).as(said).isZero();
	}

	@Test
	void keepsWithinWhatAwsAllowsARole() {
		assertThat(size(List.of(StepPolicy.ofWholeRole()))).as("Shiplift's role").isLessThan(MOST - 1000);
		assertThat(size(StepPolicy.ofStacks())).as("the role of the stacks").isLessThan(MOST - 3000);
	}

	@Test
	void allowsTheStacksWhatTheirTemplatesMakeAndNothingElse() throws IOException {
		Map<String, Set<String>> made = new TreeMap<>();
		Pattern type = Pattern.compile("^    Type: (AWS::\\S+)$", Pattern.MULTILINE);
		for (Path template : templates()) {
			String text = Files.readString(template);
			Matcher matcher = type.matcher(text.substring(text.indexOf("\nResources:")));
			String step = template.getFileName().toString().replace(".yaml", "");
			while (matcher.find()) {
				made.computeIfAbsent(step, (key) -> new TreeSet<>()).add(matcher.group(1));
			}
		}
		Map<String, Set<String>> allowed = new TreeMap<>();
		StackActions.typesBySteps().forEach((step, types) -> allowed.put(step, new TreeSet<>(types)));
		assertThat(allowed).as("write new types into stack-actions.json").isEqualTo(made);
		assertThat(StackActions.bySteps().get("network")).contains("ec2:CreateVpc", "ec2:CreateNatGateway")
			.noneMatch((action) -> action.startsWith("iam:") || action.endsWith("*"));
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/io/shiplift"))) {
			return files.filter((file) -> file.toString().endsWith(".yaml") && !file.endsWith("connection/launch.yaml"))
				.sorted()
				.toList();
		}
	}

	private static int size(List<StepPolicy> policies) {
		return policies.stream()
			.mapToInt((policy) -> policy.document(CONNECTION.place()).toString().replaceAll("\\s", "").length())
			.sum();
	}

	private static String text() {
		return LaunchTemplate.text(CONNECTION, "arn:aws:iam::999988887777:user/shiplift");
	}

}

package io.shiplift.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.shiplift.aws.PolicyStatement;
import io.shiplift.aws.StepPolicy;
import io.shiplift.credentials.AwsConnection;

/**
 * The CloudFormation template that a team launches in its account: the role with the
 * external id inside, the role of the stacks, and the limit of what they make.
 */
public final class LaunchTemplate {

	private static final String INDENT = " ".repeat(8);

	private LaunchTemplate() {
	}

	/** The template of a connection, for the principal that is to be let in. */
	public static String text(AwsConnection connection, String principal) {
		return source().replace("Default: NAME", "Default: " + roleName(connection))
			.replace("Default: PRINCIPAL", "Default: \"" + principal + "\"")
			.replace("Default: EXTERNAL-ID", "Default: " + connection.externalId())
			.replace("ROLE-POLICIES\n", yaml(List.of(StepPolicy.ofWholeRole())))
			.replace("STACK-POLICIES\n", yaml(StepPolicy.ofStacks()));
	}

	/** What the template calls the role. */
	public static String roleName(AwsConnection connection) {
		return "shiplift-" + connection.id();
	}

	private static String yaml(List<StepPolicy> policies) {
		StringBuilder yaml = new StringBuilder();
		policies.forEach((policy) -> {
			yaml.append(INDENT).append("- PolicyName: ").append(policy.step()).append('\n');
			yaml.append(INDENT).append("  PolicyDocument:\n");
			yaml.append(INDENT).append("    Version: \"2012-10-17\"\n");
			yaml.append(INDENT).append("    Statement:\n");
			policy.statements().forEach((statement) -> statement(yaml, statement));
		});
		return yaml.toString();
	}

	private static void statement(StringBuilder yaml, PolicyStatement statement) {
		String indent = INDENT + " ".repeat(8);
		yaml.append(INDENT).append("      - Effect: Allow\n");
		yaml.append(indent).append("Action:\n");
		statement.actions().forEach((action) -> yaml.append(indent).append("  - ").append(action).append('\n'));
		yaml.append(indent).append("Resource:\n");
		statement.resources()
			.forEach((arn) -> yaml.append(indent)
				.append(arn.contains("$") ? "  - !Sub \"" : "  - \"")
				.append(arn)
				.append("\"\n"));
		if (statement.regional()) {
			yaml.append(indent).append("Condition: {StringEquals: {\"aws:RequestedRegion\": !Ref \"AWS::Region\"}}\n");
		}
	}

	private static String source() {
		try (InputStream in = LaunchTemplate.class.getResourceAsStream("launch.yaml")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.shiplift.steps;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the CloudFormation templates of all steps: what the linter says, and the
 * rules that keep them flat enough for every place they run in.
 */
class StepTemplatesTests {

	private static final Path ROOT = Path.of("src/main/resources/io/shiplift");

	@Test
	void passTheLinter() throws Exception {
		assumeTrue(onThePath("cfn-lint"), "cfn-lint is not on the PATH: templates were not linted");
		List<String> command = new ArrayList<>(List.of("cfn-lint"));
		templates().forEach((template) -> command.add(template.toString()));
		Process linter = new ProcessBuilder(command).redirectErrorStream(true).start();
		String findings = new String(linter.getInputStream().readAllBytes());
		assertThat(linter.waitFor()).as(findings).isZero();
	}

	@ParameterizedTest
	@MethodSource("templates")
	void stayFlat(Path template) throws IOException {
		String text = Files.readString(template);
		assertThat(text.length()).isLessThan(51_200);
		assertThat(text).doesNotContain("Fn::Cidr", "!Cidr", "!ImportValue", "Transform:", "!Condition", "<<:");
		assertThat(text).doesNotContainPattern("(?m)^[^#\"]*\\s[&*][a-z]+\\s*$");
		assertThat(text).as("nested attributes in long form").doesNotContainPattern("!GetAtt \\w+\\.\\w+\\.");
		assertThat(text).as("no secret is looked up by a template").doesNotContain("{{resolve:");
		assertThat(text).doesNotContainIgnoringCase("password: \"").doesNotContainPattern("\\bMasterUserPassword:");
	}

	static Stream<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT)) {
			List<Path> templates = files.filter((file) -> file.toString().endsWith(".yaml"))
				.filter((file) -> !file.endsWith("connection/launch.yaml"))
				.sorted()
				.toList();
			assertThat(templates).hasSizeGreaterThanOrEqualTo(5);
			return templates.stream();
		}
	}

	private static boolean onThePath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

}

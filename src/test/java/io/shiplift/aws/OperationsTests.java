package io.shiplift.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.aws.Operation.Proof;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the catalogue of operations: it is what the code can send, no more and no
 * less, each is proved where it says, and the README says the same.
 */
class OperationsTests {

	/** Something of the shape that catalogue entries are called by in the code. */
	private static final Pattern CALLED = Pattern.compile("\"([a-z0-9]+:[A-Z][A-Za-z0-9]+)\"");

	private static final Pattern SHEET = Pattern.compile("\\.of\\(\"([a-z-]+)\",");

	@Test
	void isWhatTheCodeSends() throws IOException {
		Set<String> called = new TreeSet<>();
		for (String source : sources("src/main/java/io/shiplift/aws/sdk")) {
			Matcher matcher = CALLED.matcher(source);
			while (matcher.find()) {
				called.add(matcher.group(1));
			}
		}
		assertThat(Operations.all()).extracting(Operation::name).containsExactlyInAnyOrderElementsOf(called);
	}

	@Test
	void eachIsProvedByATestThatSeesItSent() throws IOException {
		Set<String> proving = sources("src/test/java/io/shiplift").stream()
			.filter((source) -> source.contains("@ExtendWith(Proves.class)"))
			.map((source) -> source.replaceFirst("(?s).*\\nclass (\\w+).*", "$1"))
			.collect(Collectors.toSet());
		assertThat(Operations.all()).allSatisfy((operation) -> {
			if (operation.proof() == Proof.ACCOUNT) {
				assertThat(operation.test()).as(operation.name()).isEmpty();
			}
			else {
				assertThat(proving).as(operation.name()).contains(operation.test());
			}
		});
	}

	@Test
	void eachBelongsToStepsAndTakesPermissions() throws IOException {
		Set<String> steps = new TreeSet<>(Set.of("connection"));
		for (String source : sources("src/main/java/io/shiplift/steps", "src/main/java/io/shiplift/targets")) {
			Matcher matcher = SHEET.matcher(source);
			while (matcher.find()) {
				steps.add(matcher.group(1));
			}
		}
		assertThat(Operations.all()).allSatisfy((operation) -> {
			assertThat(operation.actions()).as(operation.name())
				.isNotEmpty()
				.allMatch((action) -> action.matches("[a-z0-9-]+:[A-Z]\\w+"));
			assertThat(steps).as(operation.name()).containsAll(operation.steps());
			assertThat(operation.steps()).as(operation.name()).isNotEmpty();
		});
	}

	@Test
	void isToldInTheReadme() throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		String table = Arrays.stream(Proof.values()).map(OperationsTests::row).collect(Collectors.joining());
		assertThat(readme.contains(table)).as("The README has other rows than\n%s", table).isTrue();
	}

	private static String row(Proof proof) {
		Map<String, String> services = new TreeMap<>();
		Operations.all()
			.stream()
			.filter((operation) -> operation.proof() == proof)
			.forEach((operation) -> services.merge(operation.service(), operation.operation(),
					(all, next) -> all + " " + next));
		String operations = services.entrySet()
			.stream()
			.map((service) -> "**" + service.getKey() + "** " + service.getValue())
			.collect(Collectors.joining(", "));
		return "| " + proof.name().toLowerCase(Locale.ROOT) + " | " + (operations.isEmpty() ? "none" : operations)
				+ " |\n";
	}

	private static List<String> sources(String... roots) throws IOException {
		Stream<Path> all = Stream.empty();
		for (String root : roots) {
			try (Stream<Path> files = Files.walk(Path.of(root))) {
				all = Stream.concat(all, files.filter((file) -> file.toString().endsWith(".java")).toList().stream());
			}
		}
		return all.map(OperationsTests::read).toList();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

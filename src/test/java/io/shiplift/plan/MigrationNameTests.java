package io.shiplift.plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationName}.
 */
class MigrationNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "Shop", "shop 2", "Gesch\u00e4ft (neu)", "a.b_c-d+e & f", "\u5e97" })
	void takesPlainNames(String name) {
		assertThat(MigrationName.problem(name)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|', value = { "Shop \"one\", \"", "it's, '", "a/b, /", "a\\b, \\", "<b>, <" })
	void namesTheMarkThatIsNotAllowed(String name, String mark) {
		assertThat(MigrationName.problem(MigrationName.clean(name)))
			.hasValueSatisfying((problem) -> assertThat(problem).startsWith("A name cannot hold " + mark + " ."));
	}

	@Test
	void refusesNothingAndTooMuch() {
		assertThat(MigrationName.problem(MigrationName.clean(" \t\u00a0\u200b")))
			.contains("Type a name for the migration, for example Shop.");
		assertThat(MigrationName.problem(MigrationName.clean("x".repeat(10_000))))
			.contains("The name is 10,000 characters long. Use at most 60.");
	}

	@Test
	void tidiesBlanksAndControlCharacters() {
		assertThat(MigrationName.clean("  My\u0000 \n shop\u202e ")).isEqualTo("My shop");
	}

}

package io.shiplift.security.people;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for reading e-mail addresses.
 */
class EmailTests {

	@Test
	void isWrittenOneWay() {
		assertThat(Email.of("  Ann.Bell@Example.ORG\n")).contains(new Email("ann.bell@example.org"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "ann", "@example.org", "ann@", "a@b@c", "a b@example.org", "a@exa mple.org",
			"\"a\"@b.org", "a@b.org,c@d.org", "Ann <a@b.org>", "a@b.org\r\nBcc: x@y.org", "a\u0000@b.org" })
	void refusesWhatIsNone(String typed) {
		assertThat(Email.of(typed)).isEmpty();
	}

	@Test
	void fitsItsColumn() {
		assertThat(Email.of("a".repeat(64) + "@" + "b".repeat(189)))
			.hasValueSatisfying((email) -> assertThat(email.value()).hasSize(254));
		assertThat(Email.of("a".repeat(65) + "@b.org")).isEmpty();
		assertThat(Email.of("a@" + "b".repeat(190))).isEmpty();
	}

}

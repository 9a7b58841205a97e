package io.shiplift.security.people;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a password must be like.
 */
class PasswordsTests {

	private final Passwords passwords = new Passwords(new Argon2PasswordEncoder(16, 32, 1, 1024, 1));

	@ParameterizedTest
	@ValueSource(strings = { "twelve chars", "quiet harbour lamp", "åßçđ€ñøþüý×÷", "            a b c d e f ",
			"🚢🚢🚢🚢🚢🚢⚓⚓🌊🌊🏗🏗x" })
	void isFreeInItsCharacters(String password) {
		assertThat(this.passwords.problem(password)).isEmpty();
	}

	@Test
	void hasTwelveTo128Characters() {
		String half = "abcdefghij".repeat(13);
		assertThat(this.passwords.problem("elevenchars")).hasValueSatisfying((text) -> assertThat(text).contains("12"));
		assertThat(this.passwords.problem(half.substring(0, 128))).isEmpty();
		assertThat(this.passwords.problem(half.substring(0, 129)))
			.hasValueSatisfying((text) -> assertThat(text).contains("128"));
		assertThat(this.passwords.problem("🚢".repeat(11))).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password1234", "PassWord1234", "123456789012", "aaaaaaaaaaaa", "abababababab",
			"shipliftshiplift", "ann.bell@example.org", "Ann Margaret Bell" })
	void isNotWhatEverybodyTriesFirst(String password) {
		assertThat(this.passwords.problem(password, "ann.bell@example.org", "ann margaret bell"))
			.hasValueSatisfying((text) -> assertThat(text).contains("too easy to guess"));
	}

	@Test
	void countsBeyondTheSeventySecondByte() {
		String long_ = "x".repeat(72);
		String hash = this.passwords.hash(long_ + "1");
		assertThat(this.passwords.matches(long_ + "1", hash)).isTrue();
		assertThat(this.passwords.matches(long_ + "2", hash)).isFalse();
	}

	@Test
	void doesNotEvenTryWhatIsFarTooLong() {
		assertThat(this.passwords.matches("x".repeat(1_000_000), "no hash at all")).isFalse();
	}

}

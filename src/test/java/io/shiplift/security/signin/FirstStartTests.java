package io.shiplift.security.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.shiplift.security.people.Passwords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for a start with nobody there yet.
 */
@PeopleTest
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

	@TempDir
	private Path directory;

	@Autowired
	private Setup setup;

	@Autowired
	private Passwords passwords;

	@Autowired
	private Environment environment;

	@Autowired
	private Harbour harbour;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void forgetEverybody() {
		this.harbour.empty();
	}

	@Test
	void printsALinkThatWorks(CapturedOutput output) {
		start(null, null);
		String token = output.getAll().replaceAll("(?s).*/setup\\?token=([A-Za-z0-9_-]+).*", "$1");
		assertThat(new Guest(this.mvc).get("/setup?token=" + token)).bodyText().contains("Make the first account");
	}

	@Test
	void printsNothingWhenSomebodyIsThere(CapturedOutput output) {
		this.harbour.ann();
		int before = output.getAll().length();
		start(null, null);
		assertThat(output.getAll().substring(before)).doesNotContain("/setup?token=");
	}

	@Test
	void makesTheAdminOfTheConfigurationExactlyOnce() throws IOException {
		Path file = Files.writeString(this.directory.resolve("password"), Harbour.PASSWORD + "\n");
		start("boss@example.org", file);
		start("other@example.org", file);
		assertThat(this.harbour.count("person")).isEqualTo(1);
		new Guest(this.mvc).signedIn("boss@example.org", Harbour.PASSWORD);
	}

	@Test
	void doesNotNeedTheFileAnyMoreAfterwards() {
		this.harbour.ann();
		start("boss@example.org", this.directory.resolve("gone"));
		assertThat(this.harbour.count("person")).isEqualTo(1);
	}

	@Test
	void refusesToStartWhenTheConfigurationIsNotWhole() throws IOException {
		Path empty = Files.writeString(this.directory.resolve("empty"), "\n");
		Path weak = Files.writeString(this.directory.resolve("weak"), "elevenchars");
		Path good = Files.writeString(this.directory.resolve("good"), Harbour.PASSWORD);
		assertRefused("boss@example.org", this.directory.resolve("missing"), "cannot be read");
		assertRefused("boss@example.org", empty, "is empty");
		assertRefused("boss@example.org", weak, "at least 12 characters");
		assertRefused("boss@example.org", null, "password-file is not");
		assertRefused(null, good, "email is not");
		assertRefused("nonsense", good, "not an e-mail address");
		assertThat(this.harbour.count("person")).isZero();
	}

	private void assertRefused(@Nullable String email, @Nullable Path file, String why) {
		assertThatExceptionOfType(SetupFailed.class).isThrownBy(() -> start(email, file))
			.withMessageContaining(why)
			.satisfies((failed) -> assertThat(new SetupFailureAnalyzer().analyze(failed).getAction()).isNotBlank());
	}

	private void start(@Nullable String email, @Nullable Path file) {
		new FirstStart(this.setup, new SetupProperties(email, "Boss", "Team", file), this.passwords, this.environment)
			.run(new DefaultApplicationArguments());
	}

}

package io.shiplift.security.signin;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import io.shiplift.security.Refused;
import io.shiplift.security.Role;
import io.shiplift.security.people.Accounts;
import io.shiplift.security.people.Token;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the making of the first admin.
 */
@PeopleTest
class SetupTests {

	@Autowired
	private Setup setup;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Harbour harbour;

	@Autowired
	private SettableClock clock;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void forgetEverybody() {
		this.harbour.empty();
	}

	@Test
	void letsExactlyOneOfFiftyThrough() throws Exception {
		Token token = this.setup.open();
		List<Callable<Boolean>> crowd = IntStream.range(0, 50)
			.<Callable<Boolean>>mapToObj((number) -> () -> completes(token, "person" + number))
			.toList();
		int won = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
			for (Future<Boolean> one : threads.invokeAll(crowd)) {
				won += one.get() ? 1 : 0;
			}
		}
		assertThat(won).isEqualTo(1);
		assertThat(this.harbour.count("person")).isEqualTo(1);
		assertThat(this.harbour.count("team")).isEqualTo(1);
		assertThat(this.harbour.count("membership_role")).isEqualTo(Role.values().length);
	}

	@Test
	void isGoodForThirtyMinutes() {
		Token token = this.setup.open();
		this.clock.tick(Setup.VALID.minusSeconds(1));
		assertThat(this.setup.isGood(token)).isTrue();
		this.clock.tick(Setup.VALID.minusMinutes(29).plusSeconds(1));
		assertThat(this.setup.isGood(token)).isFalse();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> completes(token, "late", false));
		assertThat(this.harbour.count("person")).isZero();
	}

	@Test
	void aNewLinkPutsTheOldOneOutOfUse() {
		Token old = this.setup.open();
		Token fresh = this.setup.open();
		assertThat(this.setup.isGood(old)).isFalse();
		assertThat(this.setup.isGood(fresh)).isTrue();
	}

	@Test
	void keepsOnlyTheHashOfTheLink() {
		Token token = this.setup.open();
		assertThat(token.value()).hasSizeGreaterThanOrEqualTo(22);
		assertThat(this.harbour.count("setup where token_hash = '" + token.value() + "'")).isZero();
		assertThat(this.harbour.count("setup where token_hash = '" + token.hash() + "'")).isEqualTo(1);
		assertThat(token).hasToString("Token[hidden]");
	}

	@Test
	void makesTheFirstAdminAndLetsThemIn() {
		Token token = this.setup.open();
		Guest ann = new Guest(this.mvc);
		assertThat(ann.get("/setup?token=" + token.value())).hasStatusOk()
			.bodyText()
			.contains("Make the first account");
		assertThat(ann.post("/setup", "token", token.value(), "name", "Ann", "email", " Ann@Example.ORG ", "team",
				"Harbour", "password", Harbour.PASSWORD))
			.hasRedirectedUrl("/");
		assertThat(ann.get("/people")).hasStatusOk()
			.bodyText()
			.contains("ann@example.org", "operator, approver, admin");
		assertThat(ann.get("/setup?token=" + token.value())).hasStatus(404);
		assertThat(new Guest(this.mvc).post("/setup", "token", token.value(), "name", "Eve", "email", "eve@example.org",
				"team", "Pirates", "password", Harbour.PASSWORD))
			.hasRedirectedUrl("/");
		assertThat(this.accounts.byEmail("eve@example.org")).isEmpty();
	}

	@Test
	void saysWhatIsWrongAndKeepsTheLink() {
		Token token = this.setup.open();
		assertThat(new Guest(this.mvc).post("/setup", "token", token.value(), "name", " ", "email", "nonsense", "team",
				"x".repeat(101), "password", "short"))
			.hasStatusOk()
			.bodyText()
			.contains("<title>Error: Set up Shiplift")
			.containsSubsequence("href=\"#name\">Enter your name", "href=\"#email\">Enter an e-mail address, such as",
					"href=\"#team\">The team", "href=\"#password\">The password must have at least 12 characters");
		assertThat(this.setup.isGood(token)).isTrue();
	}

	@Test
	void nobodyCanSignInBefore() {
		assertThat(new Guest(this.mvc).get("/login")).bodyText().contains("Shiplift has no users yet");
		assertThat(new Guest(this.mvc).signIn("admin@example.org", "admin")).hasStatusOk();
		assertThat(new Guest(this.mvc).get("/setup")).hasStatusOk().bodyText().contains("This link is no longer good");
	}

	private boolean completes(Token token, String name) {
		return completes(token, name, true);
	}

	private boolean completes(Token token, String name, boolean quiet) {
		try {
			this.setup.complete(token, Harbour.email(name), name, "Team", Harbour.PASSWORD);
			return true;
		}
		catch (Refused tooLate) {
			if (!quiet) {
				throw tooLate;
			}
			return false;
		}
	}

}

package io.shiplift.security.signin;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import io.shiplift.security.Refused;
import io.shiplift.security.Role;
import io.shiplift.security.people.TeamPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages about people and teams.
 */
@PeopleTest
class PeoplePagesTests {

	@Autowired
	private Harbour harbour;

	@Autowired
	private TeamPeople people;

	@Autowired
	private People lookup;

	@Autowired
	private Journal journal;

	@Autowired
	private SettableClock clock;

	@Autowired
	private MockMvcTester mvc;

	private Member ann;

	private Guest guest;

	@BeforeEach
	void settle() {
		this.ann = this.harbour.ann();
		this.guest = new Guest(this.mvc).signedIn("ann@example.org", Harbour.PASSWORD);
	}

	@Test
	void anInvitedPersonJoinsOnceByTheLink() {
		String link = linkOf(
				this.guest.post("/people", "name", "Ben", "email", "ben@example.org", "roles", "OPERATOR"));
		Guest ben = new Guest(this.mvc);
		assertThat(ben.get(link)).hasStatusOk().bodyText().contains("ben@example.org", "Save and sign in");
		assertThat(ben.post("/join", "token", token(link), "name", "Ben", "password", "short")).bodyText()
			.contains("at least 12 characters");
		assertThat(ben.post("/join", "token", token(link), "name", "Ben Reed", "password", Harbour.PASSWORD))
			.hasRedirectedUrl("/");
		assertThat(ben.post("/join", "token", token(link), "name", "Ben Reed", "password", Harbour.PASSWORD))
			.as("double click")
			.hasRedirectedUrl("/");
		assertThat(ben.get("/people")).bodyText().contains("Ben Reed", "operator").doesNotContain("Add a person");
		assertThat(new Guest(this.mvc).get(link)).bodyText().contains("This link is no longer good");
		assertThat(new Guest(this.mvc).post("/join", "token", token(link), "name", "Eve", "password", Harbour.PASSWORD))
			.bodyText()
			.contains("This link is no longer good");
	}

	@Test
	void aLinkIsGoodForADay() {
		String link = linkOf(this.guest.post("/people", "name", "Ben", "email", "ben@example.org"));
		this.clock.tick(java.time.Duration.ofHours(24));
		assertThat(new Guest(this.mvc).get(link)).bodyText().contains("This link is no longer good");
	}

	@Test
	void aNewLinkReplacesAForgottenPassword() {
		Member ben = this.harbour.joined(this.ann, "ben");
		Guest signedIn = new Guest(this.mvc).signedIn("ben@example.org", Harbour.PASSWORD);
		String link = linkOf(this.guest.post("/people/" + ben.userId() + "/link"));
		new Guest(this.mvc).post("/join", "token", token(link), "name", "Ben", "password", "another quiet lamp");
		assertThat(signedIn.get("/account")).hasRedirectedUrl("/login");
		new Guest(this.mvc).signedIn("ben@example.org", "another quiet lamp");
	}

	@Test
	void rolesAreTickedOneByOne() {
		Member ben = this.harbour.joined(this.ann, "ben", Role.OPERATOR);
		String page = "/people/" + ben.userId();
		assertThat(this.guest.post(page + "/roles", "roles", "APPROVER", "roles", "ADMIN")).hasRedirectedUrl(page);
		assertThat(this.guest.get(page)).bodyText().contains("Roles saved.");
		assertThat(this.lookup.member(ben.userId(), ben.teamId()).orElseThrow().roles())
			.containsExactlyInAnyOrder(Role.VIEWER, Role.APPROVER, Role.ADMIN);
		assertThat(this.guest.post(page + "/roles", "roles", "EMPEROR")).hasStatus(400);
		assertThat(this.guest.post(page + "/roles")).hasRedirectedUrl(page);
		assertThat(this.lookup.member(ben.userId(), ben.teamId()).orElseThrow().roles()).containsExactly(Role.VIEWER);
	}

	@Test
	void theLastAdminStays() {
		String page = "/people/" + this.ann.userId();
		for (String act : new String[] { "/roles", "/disable", "/remove" }) {
			assertThat(this.guest.post(page + act)).hasRedirectedUrl(page);
			assertThat(this.guest.get(page)).bodyText().contains("A team needs an admin who can sign in");
		}
		this.guest.post("/people", "name", "Ben", "email", "ben@example.org", "roles", "ADMIN");
		assertThat(this.guest.post(page + "/remove")).hasRedirectedUrl(page);
		assertThat(this.guest.get("/people")).hasStatusOk();
	}

	@Test
	void twoAdminsCannotRemoveEachOtherAtOnce() throws Exception {
		for (int round = 0; round < 10; round++) {
			Member ben = this.harbour.joined(this.ann, "ben" + round, Role.ADMIN);
			Callable<Boolean> one = () -> resigns(ben, this.ann.userId());
			Callable<Boolean> other = () -> resigns(this.ann, ben.userId());
			int gone = 0;
			try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
				for (Future<Boolean> each : threads.invokeAll(java.util.List.of(one, other))) {
					gone += each.get() ? 1 : 0;
				}
			}
			assertThat(gone).isEqualTo(1);
			assertThat(this.lookup.members(this.ann.teamId(), Role.ADMIN)).hasSize(1);
			this.ann = this.harbour.ann();
		}
	}

	@Test
	void aPersonOfAnotherTeamDoesNotExist() {
		Member stranger = this.harbour.stranger(this.ann, "sam");
		String page = "/people/" + stranger.userId();
		assertThat(this.guest.get(page)).hasStatus(404);
		assertThat(this.guest.get("/people/987654")).hasStatus(404);
		for (String act : new String[] { "/roles", "/disable", "/enable", "/remove", "/link" }) {
			assertThat(this.guest.post(page + act)).hasStatus(404);
		}
		assertThat(this.guest.post("/teams/" + stranger.teamId() + "/switch")).hasStatus(404);
		assertThat(this.guest.get("/people")).bodyText().doesNotContain("sam@example.org");
	}

	@Test
	void anAdminOfOneTeamDoesNotRuleAnAccountOfTwo() {
		Member sam = this.harbour.stranger(this.ann, "sam");
		assertThat(this.guest.post("/people", "name", "Sam", "email", "sam@example.org", "roles", "VIEWER"))
			.hasRedirectedUrl("/people");
		String page = "/people/" + sam.userId();
		assertThat(this.guest.get(page)).bodyText().doesNotContain("Disable the account", "Make a new link");
		for (String act : new String[] { "/disable", "/link" }) {
			assertThat(this.guest.post(page + act)).hasRedirectedUrl(page);
			assertThat(this.guest.get(page)).bodyText().contains("also in a team you are not admin of");
		}
		new Guest(this.mvc).signedIn("sam@example.org", Harbour.PASSWORD);
		assertThat(this.guest.post(page + "/remove")).hasRedirectedUrl("/people");
	}

	@Test
	void aPersonSeesOneTeamAtATime() {
		String token = assertThat(this.guest.get("/teams")).bodyText()
			.actual()
			.replaceAll("(?s).*name=\"token\" value=\"([0-9a-f]{32})\".*", "$1");
		for (String click : new String[] { "first", "second" }) {
			assertThat(this.guest.post("/teams", "name", "Shipyard", "token", token)).as(click).hasRedirectedUrl("/");
		}
		assertThat(this.harbour.count("team")).isEqualTo(2);
		assertThat(this.guest.get("/people")).bodyText().contains("Team Shipyard", "operator, admin");
		assertThat(this.guest.post("/teams/" + this.ann.teamId() + "/switch")).hasRedirectedUrl("/");
		assertThat(this.guest.get("/people")).bodyText().contains("Team Harbour", "operator, approver, admin");
		Guest later = new Guest(this.mvc).signedIn("ann@example.org", Harbour.PASSWORD);
		assertThat(later.get("/people")).bodyText().contains("Team Harbour");
	}

	@Test
	void hostileNamesAreShownAsText() {
		String name = "<script>alert(1)</script>'\"/../ ${123*457} [[${123*457}]]";
		linkOf(this.guest.post("/people", "name", name, "email", "eve@example.org"));
		assertThat(this.guest.get("/people")).bodyText()
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${123*457}")
			.doesNotContain("<script>alert", "56211");
	}

	@Test
	void badInputIsNamedAtItsField() {
		for (String email : new String[] { "", "nonsense", "a@b@c", "a b@example.org", "x".repeat(10_000),
				"\"a\"@b.c" }) {
			assertThat(this.guest.post("/people", "name", "x".repeat(10_000), "email", email)).hasStatusOk()
				.bodyText()
				.contains("Error: Add a person", "href=\"#email\"", "href=\"#name\"");
		}
		assertThat(this.guest.post("/people", "name", "Ann", "email", "Ann@example.org")).bodyText()
			.contains("is in this team already");
		assertThat(this.guest.post("/teams", "name", "  ")).bodyText().contains("Enter a name for the team");
	}

	@Test
	void everyChangeIsInTheJournal() {
		Member ben = this.harbour.joined(this.ann, "ben", Role.OPERATOR);
		this.people.changeRoles(this.ann, ben.userId(), Set.of(Role.APPROVER));
		this.people.disable(this.ann, ben.userId());
		assertThat(this.journal.newest(this.ann.teamId(), null, null, 20).stream().map(PeoplePagesTests::line))
			.startsWith("Ann Bell: Disabled ben", "Ann Bell: Changed the roles of ben from operator to approver",
					"ben: Joined the team", "Ann Bell: Invited ben@example.org as operator", "Ann Bell: Signed in",
					"Ann Bell: Shiplift was set up with team Harbour");
		assertThat(this.journal.brokenAt()).isEmpty();
	}

	@Test
	void namesAreLookedUpInBulk() {
		Member ben = this.harbour.joined(this.ann, "ben");
		assertThat(this.lookup.names(Set.of(this.ann.userId(), ben.userId(), 987654L)))
			.containsOnly(java.util.Map.entry(this.ann.userId(), "Ann Bell"), java.util.Map.entry(ben.userId(), "ben"));
		assertThat(this.lookup.name(987654L)).isEqualTo("somebody");
		assertThat(this.lookup.members(this.ann.teamId())).extracting(Member::name).containsExactly("Ann Bell", "ben");
	}

	private boolean resigns(Member by, long personId) {
		try {
			this.people.changeRoles(by, personId, Set.of(Role.OPERATOR));
			return true;
		}
		catch (Refused refused) {
			return false;
		}
	}

	private static String line(JournalEntry entry) {
		return entry.actor() + ": " + entry.text();
	}

	private static String linkOf(MvcTestResult result) {
		String page = assertThat(result).hasStatusOk().bodyText().contains("It is shown only now").actual();
		return page.replaceAll("(?s).*<code>http://localhost(/join\\?token=[A-Za-z0-9_-]+)</code>.*", "$1");
	}

	private static String token(String link) {
		return link.substring(link.indexOf('=') + 1);
	}

}

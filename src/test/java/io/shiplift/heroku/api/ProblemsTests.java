package io.shiplift.heroku.api;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.shiplift.credentials.Leave;
import io.shiplift.heroku.Heroku;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for what Heroku's refusals mean, for lost answers, and for where a token goes.
 */
class ProblemsTests {

	private final HerokuServer server = new HerokuServer();

	private final Heroku heroku = this.server.open(Leave.CHANGE);

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource({ "400, bad_request, REFUSED, fault of Shiplift", "401, unauthorized, NEEDS_PERSON, Replace it",
			"402, delinquent, NEEDS_PERSON, open bills", "403, two_factor, NEEDS_PERSON, authorizations:create",
			"403, device_trust_required, NEEDS_PERSON, known browsers", "403, suspended, NEEDS_PERSON, suspended",
			"403, forbidden, NEEDS_PERSON, no right", "404, not_found, REFUSED, no such thing",
			"406, not_acceptable, REFUSED, fault of Shiplift", "409, conflict, TRANSIENT, Try again",
			"410, gone, REFUSED, retired", "416, x, REFUSED, fault of Shiplift",
			"422, verification_needed, NEEDS_PERSON, Verify", "422, invalid_params, REFUSED, Correct",
			"423, confirmation_required, REFUSED, confirmed", "429, rate_limit, TRANSIENT, 75 a minute",
			"500, internal, TRANSIENT, fault", "503, x, TRANSIENT, fault" })
	void saysWhoseTurnItIs(int status, String id, Kind kind, String todo) {
		this.server.answer("/apps", status,
				"{\"id\":\"" + id + "\",\"message\":\"Because of postgres://u:pw1234@h/d.\"}");
		OutsideProblem problem = catchThrowableOfType(OutsideProblem.class, this.heroku::apps);
		assertThat(problem.kind()).isEqualTo(kind);
		assertThat(problem).hasMessageContaining("GET /apps with " + status)
			.hasMessageContaining(todo)
			.hasMessageContaining("Because of")
			.hasMessageNotContaining("pw1234")
			.hasMessageNotContaining(HerokuServer.TOKEN);
		boolean again = status == 429 || status >= 500;
		assertThat(this.server.requests()).hasSize(again ? 3 : 1);
	}

	@Test
	void namesTheScopeThatIsMissing() {
		this.server.answer("/apps/shop/config-vars-settings", 403, "{\"id\":\"forbidden\",\"message\":\"No.\"}",
				"Oauth-Scope", "identity", "Oauth-Scope-Accepted", "global read-protected");
		assertThat(catchThrowableOfType(OutsideProblem.class, () -> this.heroku.configVars("shop")))
			.hasMessageContaining("The token may do identity, and this needs global read-protected");
	}

	@Test
	void understandsAPageLabelledAsJson() {
		this.server.answer("/apps/shop/addons", 404, "<h1>Not Found</h1>");
		assertThat(catchThrowableOfType(OutsideProblem.class, () -> this.heroku.addOns("shop")).kind())
			.isEqualTo(Kind.REFUSED);
		this.server.answer("/apps/shop/addons", 200, "<h1>Soon</h1>");
		assertThat(catchThrowableOfType(OutsideProblem.class, () -> this.heroku.addOns("shop")).kind())
			.isEqualTo(Kind.TRANSIENT);
		this.server.answer("/apps/shop/addons", 403, "{\"message\":\"Only that.\"}");
		assertThat(catchThrowableOfType(OutsideProblem.class, () -> this.heroku.addOns("shop")))
			.hasMessageContaining("Only that");
	}

	@Test
	void sendsAChangeOnceWhateverComesBack() {
		this.server.answer("PATCH /apps/shop", 503, "");
		assertThat(catchThrowableOfType(OutsideProblem.class, () -> this.heroku.maintenance("shop", true)).kind())
			.isEqualTo(Kind.UNKNOWN);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void saysThatAChangeMayHaveHappenedIfNobodyAnswers() {
		this.server.answer("PATCH /apps/shop",
				new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
		this.server.answer("/apps", new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
		assertThat(catchThrowableOfType(OutsideProblem.class, () -> this.heroku.maintenance("shop", true)).kind())
			.isEqualTo(Kind.UNKNOWN);
		assertThat(this.server.requests()).hasSize(1);
		assertThat(catchThrowableOfType(OutsideProblem.class, this.heroku::apps).kind()).isEqualTo(Kind.TRANSIENT);
	}

	@Test
	void leavesTheTokenBehindOnTheWayElsewhere() throws IOException {
		try (MockWebServer elsewhere = new MockWebServer()) {
			elsewhere.start(InetAddress.getByName("127.0.0.1"), 0);
			elsewhere.enqueue(new MockResponse.Builder().body("[]").build());
			String there = "http://127.0.0.1:" + elsewhere.getPort() + "/apps";
			this.server.answer("/apps", 302, "", "Location", there);
			assertThat(this.heroku.apps()).isEmpty();
			assertThat(take(elsewhere)).isNull();
			this.server.answer("PATCH /apps/shop", 307, "", "Location", there);
			assertThat(catchThrowableOfType(OutsideProblem.class, () -> this.heroku.maintenance("shop", true)))
				.isNotNull();
			assertThat(elsewhere.getRequestCount()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "https://api.heroku.com/apps, true", "https://heroku.com/, true", "http://api.heroku.com/apps, false",
			"https://api.heroku.com.example.com/, false", "https://notheroku.com/, false",
			"https://bucket.s3.amazonaws.com/b001, false", "http://127.0.0.1:9/, false" })
	void trustsHerokuOnly(String address, boolean trusted) {
		HerokuProperties properties = new HerokuProperties("https://api.heroku.com", "https://api.data.heroku.com",
				"https://particleboard.heroku.com", "https://kolkrabbi.heroku.com");
		assertThat(properties.trusts(okhttp3.HttpUrl.get(address))).isEqualTo(trusted);
	}

	@Test
	void leavesTheLastRequestsToTheTeamsOwnTools() {
		Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
		Budget budget = new Budget(clock);
		for (int i = 0; i < 600; i++) {
			budget.begin(Leave.LOOK);
			budget.end();
		}
		assertThat(catchThrowableOfType(OutsideProblem.class, () -> budget.begin(Leave.LOOK)).kind())
			.isEqualTo(Kind.TRANSIENT);
		budget.begin(Leave.CHANGE);
		budget.end();
		Heroku looking = this.server.open(Leave.LOOK, clock);
		this.server.answer("/apps", 200, "[]", "RateLimit-Remaining", "150");
		looking.apps();
		assertThat(catchThrowableOfType(OutsideProblem.class, looking::apps)).hasMessageContaining("leaves the rest");
		Budget later = new Budget(Clock.offset(clock, Duration.ZERO));
		later.observe(150);
		assertThat(later.left()).isEqualTo(150);
	}

	private static @org.jspecify.annotations.Nullable String take(MockWebServer server) {
		try {
			return server.takeRequest().getHeaders().get("Authorization");
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

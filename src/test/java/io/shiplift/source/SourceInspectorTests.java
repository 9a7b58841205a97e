package io.shiplift.source;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SecretShape;
import io.shiplift.fact.SourceApp;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.HerokuProvider;
import io.shiplift.heroku.Herokus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceInspector} and {@link SecretShape}.
 */
class SourceInspectorTests {

	@ParameterizedTest
	@CsvSource({ "SECRET_KEY, x, true", "STRIPE_API_KEY, x, true", "EMAIL_HOST_PASSWORD, x, true",
			"GITHUB_TOKEN, x, true", "BROKER, amqp://u:p@host/v, true", "SETTING, sk_live_51Habcdefgh, true",
			"PLAIN, AKIAABCDEFGHIJKLMNOP, true", "ANY, 0f4e5c1b9d8a7f6e5d4c3b2a190f8e7d, true",
			"SENTRY_DSN, https://abc@o1.ingest.example.com/2, true", "DJANGO_SETTINGS_MODULE, shop.settings, false",
			"ALLOWED_HOSTS, 'shop.example.com,www.shop.example.com', false", "DEBUG, False, false",
			"STRIPE_PUBLISHABLE_KEY, pk_test_1234, false", "AWS_ACCESS_KEY_ID, x, false", "KEYBOARD, qwerty, false",
			"SITE_URL, https://shop.example.com/a, false", "WEB_CONCURRENCY, 2, false", "PASSWORD_URL, , true",
			"MONKEY, x, false" })
	void tellsSecretsByNameAndValue(String name, String value, boolean secret) {
		assertThat(SecretShape.fits(name, (value != null) ? value : "")).isEqualTo(secret);
	}

	@Test
	void findsTheAddOnBehindACopiedAddress() {
		SourceApp app = inspect(new Heroku.ConfigVar("REDIS_URL", "rediss://:p1@redis.example.com:6380", "redis-1"),
				new Heroku.ConfigVar("CELERY_BROKER_URL", "rediss://:p1@redis.example.com:6380/0?ssl=none", null),
				new Heroku.ConfigVar("DATABASE_URL", "postgres://a:b@db.example.com:5432/d1", "postgres-1"),
				new Heroku.ConfigVar("REPORTS_URL", "postgres://ro:c@db.example.com:5432/d1", null),
				new Heroku.ConfigVar("OTHER_URL", "postgres://ro:c@db.example.com:5432/d2", null));
		assertThat(app.configVars()).extracting(SourceApp.ConfigVar::addOn)
			.containsExactly("redis-1", "postgres-1", null, "redis-1", "postgres-1");
	}

	@Test
	void keepsNoValues() {
		SourceApp app = inspect(new Heroku.ConfigVar("A", "hush-hush", null));
		assertThat(app.toString()).doesNotContain("hush-hush");
		assertThat(app.processes()).singleElement().isEqualTo(new SourceApp.Process("web", "run", 1, "Basic"));
	}

	@Test
	void findsNoForeignApp() {
		assertThat(inspector().inspect(new Connection.Practice("w"), "blog")).isEmpty();
		assertThat(inspector().apps(new Connection.Practice("w"))).containsExactly("shop");
	}

	private static SourceApp inspect(Heroku.ConfigVar... configVars) {
		return inspector(configVars).inspect(new Connection.Practice("w"), "shop").orElseThrow();
	}

	private static SourceInspector inspector(Heroku.ConfigVar... configVars) {
		Heroku.App app = new Heroku.App("shop", "us", "heroku-24", false, "https://shop.example.com/");
		Heroku heroku = (Heroku) Proxy.newProxyInstance(Heroku.class.getClassLoader(), new Class<?>[] { Heroku.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "apps" -> List.of(app);
					case "app" -> Optional.of(app).filter((found) -> found.name().equals(arguments[0]));
					case "formation" -> List.of(new Heroku.Formation("web", "run", 1, "Basic"));
					case "configVars" -> List.of(configVars);
					case "addOns", "domains" -> List.of();
					default -> throw new UnsupportedOperationException(method.getName());
				});
		return new SourceInspector(new Herokus(List.of(new Fixed(heroku))));
	}

	/**
	 * Opens one Heroku for everybody.
	 */
	private record Fixed(Heroku heroku) implements HerokuProvider {

		@Override
		public boolean serves(Connection connection) {
			return true;
		}

		@Override
		public Heroku open(Connection connection) {
			return this.heroku;
		}

	}

}

package io.shiplift.practice.heroku;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.shiplift.heroku.Inventory.AddOn;
import io.shiplift.heroku.Inventory.ConfigVar;
import io.shiplift.heroku.Inventory.Formation;
import io.shiplift.heroku.Inventory.Job;
import io.shiplift.heroku.Inventory.Traits;

/**
 * What every practice world starts with: a Django shop with Celery. Secrets are made
 * afresh for each world.
 */
final class Script {

	static final String APP = "shop";

	static final String REGION = "us";

	static final String STACK = "heroku-24";

	static final List<String> DOMAINS = List.of("shop.example.com", "www.shop.example.com");

	static final List<Formation> FORMATION = List.of(
			new Formation("web", "gunicorn shop.wsgi --log-file -", 2, "Standard-1X"),
			new Formation("worker", "celery -A shop worker --concurrency 2", 1, "Standard-1X"),
			new Formation("beat", "celery -A shop beat", 1, "Standard-1X"));

	static final AddOn POSTGRES = new AddOn("postgresql-curly-49213", "heroku-postgresql",
			"heroku-postgresql:standard-0", 5000, List.of("DATABASE_URL"));

	static final AddOn REDIS = new AddOn("redis-round-88120", "heroku-redis", "heroku-redis:premium-0", 1500,
			List.of("REDIS_URL"));

	static final AddOn SCHEDULER = new AddOn("scheduler-flat-10442", "scheduler", "scheduler:standard", 0, List.of());

	static final Traits TRAITS = new Traits("7f3a2b1c-0d4e-4f5a-8b6c-9d0e1f2a3b4c", "cedar", "Python",
			"team@example.com", "harbour", "", false, false);

	static final List<AddOn> ADD_ONS = List.of(POSTGRES, REDIS, SCHEDULER);

	static final List<Job> JOBS = List.of(new Job("python manage.py clearsessions", "every day at 02:30 UTC"),
			new Job("python manage.py send_reminders", "every 10 minutes"));

	private static final SecureRandom RANDOM = new SecureRandom();

	private Script() {
	}

	static List<ConfigVar> configVars() {
		Map<String, String> plain = new LinkedHashMap<>();
		plain.put("ALLOWED_HOSTS", String.join(",", DOMAINS));
		plain.put("DEBUG", "False");
		plain.put("DEFAULT_FROM_EMAIL", "shop@example.com");
		plain.put("DJANGO_SETTINGS_MODULE", "shop.settings.production");
		plain.put("EMAIL_HOST", "smtp.example.com");
		plain.put("EMAIL_HOST_PASSWORD", secret(12));
		plain.put("HEROKU_APP_NAME", APP);
		plain.put("HEROKU_SLUG_COMMIT", secret(20));
		plain.put("SECRET_KEY", secret(25));
		plain.put("STRIPE_API_KEY", "sk_test_" + secret(12));
		plain.put("TIME_ZONE", "Europe/Berlin");
		plain.put("WEB_CONCURRENCY", "2");
		String redis = "rediss://:p" + secret(32) + "@ec2-198-51-100-7.compute-1.amazonaws.com:6380";
		plain.put("CELERY_BROKER_URL", redis);
		return Stream
			.concat(plain.entrySet().stream().map((entry) -> new ConfigVar(entry.getKey(), entry.getValue(), null)),
					Stream.of(new ConfigVar("REDIS_URL", redis, REDIS.name()), new ConfigVar("DATABASE_URL",
							"postgres://u" + secret(7) + ":p" + secret(32)
									+ "@ec2-198-51-100-4.compute-1.amazonaws.com:5432/d" + secret(7),
							POSTGRES.name())))
			.toList();
	}

	static String webUrl(String world) {
		return "https://" + APP + "-" + world + ".herokuapp.com/";
	}

	private static String secret(int bytes) {
		byte[] random = new byte[bytes];
		RANDOM.nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

}

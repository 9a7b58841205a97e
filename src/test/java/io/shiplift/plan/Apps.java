package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Plan.SourceDatabase.Method;

/**
 * Apps that tests plan for.
 */
final class Apps {

	private Apps() {
	}

	static SourceApp shop() {
		return new SourceApp("shop", "eu", "heroku-24",
				List.of(new SourceApp.Process("web", "gunicorn shop.wsgi", 2, "Standard-1X"),
						new SourceApp.Process("worker", "celery -A shop worker", 1, "Standard-1X"),
						new SourceApp.Process("beat", "celery -A shop beat", 1, "Standard-1X")),
				List.of(new SourceApp.ConfigVar("SECRET_KEY", true, null),
						new SourceApp.ConfigVar("DJANGO_SETTINGS_MODULE", false, null),
						new SourceApp.ConfigVar("DATABASE_URL", true, "postgresql-curly-1"),
						new SourceApp.ConfigVar("REDIS_URL", true, "redis-round-2"),
						new SourceApp.ConfigVar("SENTRY_DSN", true, "sentry-flat-3"),
						new SourceApp.ConfigVar("HEROKU_SLUG_COMMIT", false, null)),
				List.of(new SourceApp.AddOn("postgresql-curly-1", "heroku-postgresql", "heroku-postgresql:standard-0",
						5000, List.of("DATABASE_URL")),
						new SourceApp.AddOn("redis-round-2", "heroku-redis", "heroku-redis:premium-0", 1500,
								List.of("REDIS_URL")),
						new SourceApp.AddOn("sentry-flat-3", "sentry", "sentry:team", 2900, List.of("SENTRY_DSN")),
						new SourceApp.AddOn("scheduler-1", "scheduler", "scheduler:standard", 0, List.of())),
				List.of("shop.example.com", "www.shop.example.com"));
	}

	static SourceApp without(SourceApp app, String service) {
		return new SourceApp(app.name(), app.region(), app.stack(), app.processes(), app.configVars(),
				app.addOns().stream().filter((addOn) -> !service.equals(addOn.service())).toList(), app.domains());
	}

	static SourceApp withConfigVar(SourceApp app, SourceApp.ConfigVar added) {
		List<SourceApp.ConfigVar> configVars = new ArrayList<>(app.configVars());
		configVars.add(added);
		return new SourceApp(app.name(), app.region(), app.stack(), app.processes(), configVars, app.addOns(),
				app.domains());
	}

	static Setting setting(SourceApp app) {
		return new Setting(List.of(app.name()), app, Answers.none());
	}

	/** The questions with every method to move the data. */
	static Questions questions() {
		return new Questions(Stream.of(Method.values()).map(Apps::method).toList());
	}

	static MoveMethod method(Method method) {
		return new MoveMethod() {

			@Override
			public Method method() {
				return method;
			}

			@Override
			public String title() {
				return method.name();
			}

			@Override
			public String effect() {
				return method.words();
			}

		};
	}

	/** The app chosen and everything else as proposed. */
	static Answers proposed(SourceApp app) {
		return questions().proposed(setting(app));
	}

}

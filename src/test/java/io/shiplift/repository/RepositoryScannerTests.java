package io.shiplift.repository;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RepositoryScanner}.
 */
class RepositoryScannerTests {

	@Test
	void saysWhatAnAppIsMadeOfAndFromWhichLine() {
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees.app("shop"));
		assertThat(scan.django()).isTrue();
		assertThat(scan.value(Topic.PYTHON)).isEqualTo("3.13");
		assertThat(scan.first(Topic.DJANGO)).map(Conclusion::place).contains("requirements-base.txt:2");
		assertThat(scan.value(Topic.PACKAGE, "celery")).isEqualTo(">=5.4");
		assertThat(scan.processes()).containsOnlyKeys("web", "worker", "clock");
		assertThat(scan.value(Topic.RELEASE_COMMAND)).isEqualTo("python manage.py migrate --noinput");
		assertThat(scan.value(Topic.SETTINGS_MODULE)).isEqualTo("shop.settings");
		assertThat(scan.value(Topic.WSGI)).isEqualTo("shop.wsgi:application");
		assertThat(scan.first(Topic.HEALTH_PATH)).map(Conclusion::place).contains("shop/urls.py:6");
		assertThat(scan.value(Topic.HEALTH_PATH)).isEqualTo("/health/");
	}

	@Test
	void seesDataTasksAndWhatOnlyHerokuHas() {
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees.app("shop"));
		assertThat(scan.celery()).isTrue();
		assertThat(scan.value(Topic.SCHEDULE, "send-reminders"))
			.isEqualTo("shop.tasks.send_reminders at crontab(hour=6, minute=30)");
		assertThat(scan.value(Topic.BROKER)).isEqualTo("$REDIS_URL or redis://localhost:6379");
		assertThat(scan.value(Topic.UPLOADS)).isEqualTo("local");
		assertThat(scan.all(Topic.FILE_WRITE)).extracting(Conclusion::name).contains("Product.picture", "open");
		assertThat(scan.all(Topic.HEROKU_VARIABLE)).extracting(Conclusion::name)
			.contains("DYNO", "HEROKU_RELEASE_VERSION");
		assertThat(scan.value(Topic.STATIC_FILES)).isEqualTo("whitenoise");
		assertThat(scan.first(Topic.HARD_CODED_SECRET, "SECRET_KEY")).hasValueSatisfying((secret) -> {
			assertThat(secret.value()).isEqualTo("hard-coded at line 9");
			assertThat(secret.text()).isEqualTo("SECRET_KEY = \"\u2022\u2022\u2022\"");
		});
	}

	@Test
	void readsSettingsThatAreSplit() {
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees.app("split"));
		assertThat(scan.value(Topic.SETTINGS_MODULE)).isEqualTo("config.settings.production");
		assertThat(scan.first(Topic.SETTINGS_MODULE)).map(Conclusion::confidence).contains(Confidence.GUESSED);
		assertThat(scan.value(Topic.SETTING, "ALLOWED_HOSTS")).isEqualTo("$DJANGO_ALLOWED_HOSTS or split.example.com");
		assertThat(scan.value(Topic.DATABASE, "default")).isEqualTo("$DATABASE_URL");
		assertThat(scan.value(Topic.UPLOADS)).isEqualTo("s3");
		assertThat(scan.hasPackage("gunicorn")).isTrue();
		assertThat(scan.hasPackage("pytest")).isFalse();
	}

	@Test
	void saysThatPythonTwoMustGoAndReadsOn() {
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees.app("old"));
		assertThat(scan.value(Topic.PYTHON)).isEqualTo("2.7.18");
		assertThat(scan.problems()).anyMatch((problem) -> problem.contains("Python 2"));
		assertThat(scan.all(Topic.PROBLEM)).filteredOn((problem) -> problem.value().startsWith("This is Python 2, "))
			.extracting(Conclusion::place)
			.contains("shop/settings.py:3", "manage.py:4");
		assertThat(scan.value(Topic.SETTING, "MEDIA_ROOT")).isEqualTo("/app/media");
	}

	@Test
	void saysWhichLineOfSettingsIsBroken() {
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees.of(Map.of("manage.py", "", "shop/settings.py",
				"DEBUG = False\nALLOWED_HOSTS = ['a'\nDATABASES = {\n", "requirements.txt", "django\n")));
		assertThat(scan.all(Topic.PROBLEM)).anySatisfy((problem) -> {
			assertThat(problem.value()).contains("never closed");
			assertThat(problem.file()).isEqualTo("shop/settings.py");
		});
		assertThat(scan.value(Topic.SETTING, "DEBUG")).isEqualTo("False");
	}

	@Test
	void saysThatThereIsNoDjangoOrNothingAtAll() {
		assertThat(RepositoryScanner.scan(SourceTrees.of(Map.of())).problems())
			.anyMatch((problem) -> problem.startsWith("There are no files"));
		RepositoryScan flask = RepositoryScanner
			.scan(SourceTrees.of(Map.of("requirements.txt", "Flask==3.1\n", "Procfile", "web: gunicorn app:app\n")));
		assertThat(flask.value(Topic.FRAMEWORK)).isEqualTo("flask");
		assertThat(flask.problems()).anyMatch((problem) -> problem.startsWith("This is no Django app"));
		assertThat(flask.proposals()).isEmpty();
	}

	@Test
	void whatAPersonSaidComesFirst() {
		Correction correction = new Correction(Topic.HEALTH_PATH, "", "/ready/", "It reads the database.", "Ann",
				Instant.EPOCH);
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees.app("shop")).corrected(List.of(correction));
		assertThat(scan.value(Topic.HEALTH_PATH)).isEqualTo("/ready/");
		assertThat(scan.first(Topic.HEALTH_PATH)).map(Conclusion::confidence).contains(Confidence.SAID);
		assertThat(scan
			.corrected(List.of(new Correction(Topic.UPLOADS, "", "", "They are thrown away.", "Ann", Instant.EPOCH)))
			.value(Topic.UPLOADS)).isEmpty();
	}

	@Test
	void readsJsonTomlAndYamlThatAreBroken() {
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees.of(Map.of("app.json", "{", "pyproject.toml", "[x\n",
				"heroku.yml", "a: [", "package.json", "[1", "Pipfile.lock", "{,", "Procfile", "nonsense")));
		assertThat(scan.all(Topic.PROBLEM)).extracting(Conclusion::file)
			.contains("app.json", "pyproject.toml", "heroku.yml", "package.json", "Pipfile.lock", "Procfile");
	}

}

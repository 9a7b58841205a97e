package io.shiplift.source;

import java.util.List;

import io.shiplift.testing.Visitors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is kept of a look at a real account: pages rest on it, jobs that
 * somebody typed stay in it, and it is taken again before something rests on it.
 */
class KeptLookTests extends RealAccount {

	@Test
	void looksAgainBeforeItFreezesUponAnOldLook() throws Exception {
		String base = planned();
		this.jdbc.sql("update source_snapshot set taken_at = timestamp '2020-01-01 00:00:00'").update();
		SERVER.answer("/apps/shop/formation",
				"[{\"type\":\"web\",\"command\":\"gunicorn shop.wsgi\",\"quantity\":5,\"size\":\"Standard-2X\"}]");
		long plans = this.jdbc.sql("select count(*) from plan").query(Long.class).single();
		assertThat(this.clicks.post(OLGA, base + "/plans", "hash", "x")).hasRedirectedUrl(base + "/plan");
		assertThat(this.jdbc.sql("select count(*) from plan").query(Long.class).single()).isEqualTo(plans);
		assertThat(text(this.clicks.get(OLGA, base + "/source"))).contains("Changed since the look before",
				"web was 2 \u00d7 Standard-2X, gunicorn shop.wsgi and is 5 \u00d7 Standard-2X, gunicorn shop.wsgi",
				"worker is gone");
		assertThat(journal()).anyMatch((entry) -> entry.startsWith("Looked at the app shop: 2 changes"));
	}

	@Test
	void takesJobsThatSomebodyTyped() throws Exception {
		SERVER.answer("/apps/b0000000-0000-4000-8000-000000000001/jobs", 401, "{\"id\":\"unauthorized\"}");
		String base = planned();
		assertThat(text(this.clicks.get(OLGA, base + "/source"))).contains("Heroku did not tell them");
		assertThat(text(this.clicks.post(OLGA, base + "/source/jobs", "jobs", "python manage.py tidy")))
			.contains("Write when it runs, a bar and the command", "python manage.py tidy");
		assertThat(
				this.clicks.post(OLGA, base + "/source/jobs", "jobs", " every hour | python manage.py tidy | tee\n\n"))
			.hasRedirectedUrl(base + "/source");
		this.clicks.post(OLGA, base + "/source");
		assertThat(text(this.clicks.get(OLGA, base + "/source"))).contains("typed by a person",
				"python manage.py tidy | tee", "every hour");
		assertThat(this.clicks.post(Visitors.VERA, base + "/source/jobs", "jobs", "")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.clicks.post(Visitors.STRANGER, base + "/source/jobs", "jobs", ""))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void keepsTypedJobsWhenHerokuAnswersLater() throws Exception {
		String jobs = "/apps/b0000000-0000-4000-8000-000000000001/jobs";
		SERVER.answer(jobs, 401, "{\"id\":\"unauthorized\"}");
		String base = planned();
		this.clicks.post(OLGA, base + "/source/jobs", "jobs",
				"every day at 04:00 UTC | python manage.py clearsessions\nevery hour | python manage.py tidy");
		this.jdbc.sql("update source_snapshot set taken_at = timestamp '2020-01-01 00:00:00'").update();
		SERVER.answer(jobs, """
				{"data":[{"attributes":{"command":"python manage.py clearsessions","every":1440,"at":150}},
				{"attributes":{"command":"python manage.py mail","every":10,"at":0}}]}""");
		this.clicks.post(OLGA, base + "/source");
		Document page = Jsoup.parse(text(this.clicks.get(OLGA, base + "/source")));
		assertThat(page.select("li:has(code)").eachText()).contains(
				"python manage.py clearsessions, every day at 02:30 UTC (said by Heroku and not typed)",
				"python manage.py mail, every 10 minutes (said by Heroku and not typed)",
				"python manage.py clearsessions, every day at 04:00 UTC (typed by a person; Heroku says every day at 02:30 UTC)",
				"python manage.py tidy, every hour (typed by a person; Heroku does not name it)");
		assertThat(page.select("textarea").text()).contains("every hour | python manage.py tidy")
			.doesNotContain("mail");
		this.clicks.post(OLGA, base + "/source/jobs", "jobs", "");
		page = Jsoup.parse(text(this.clicks.get(OLGA, base + "/source")));
		assertThat(page.select("li:has(code)").eachText())
			.contains("python manage.py clearsessions, every day at 02:30 UTC",
					"python manage.py mail, every 10 minutes")
			.noneMatch((line) -> line.contains("tidy"));
	}

	@Test
	void typingJobsMakesALookNoFresher() throws Exception {
		String base = planned();
		this.jdbc.sql("update source_snapshot set taken_at = timestamp '2020-01-01 00:00:00'").update();
		this.clicks.post(OLGA, base + "/source/jobs", "jobs", "every hour | python manage.py tidy");
		assertThat(this.jdbc.sql("select max(taken_at) < timestamp '2020-01-02 00:00:00' from source_snapshot")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void opensPagesUponTheLastLookWithoutAskingHeroku() throws Exception {
		String base = planned();
		int asked = SERVER.requests().size();
		for (String page : List.of("", "/answers/config", "/answers/addons", "/answers/processes", "/answers/web",
				"/answers/check", "/plan", "/plans/1", "/costs", "/costs.csv", "/assumptions", "/source", "/checks")) {
			assertThat(this.clicks.get(OLGA, base + page)).as(page).hasStatusOk();
			assertThat(SERVER.requests()).as(page).hasSize(asked);
		}
		assertThat(Jsoup.parse(text(this.clicks.get(OLGA, base + "/answers/config"))).text())
			.contains("It belongs to heroku-redis", "bytes that Elastic Beanstalk allows");
		this.jdbc.sql("update source_snapshot set document = replace(document, '\"config\":{', '\"before\":{')")
			.update();
		assertThat(this.clicks.get(OLGA, base + "/answers/config")).hasStatusOk();
		assertThat(SERVER.requests()).as("a look that does not know the config vars is taken anew")
			.hasSizeGreaterThan(asked);
	}

	@Test
	void asksForAnotherTokenWhenThisOneIsRevoked() throws Exception {
		String base = planned();
		SERVER.answer("/apps/shop", 401, "{\"id\":\"unauthorized\",\"message\":\"Invalid credentials provided.\"}");
		MvcTestResult refused = this.clicks.post(OLGA, base + "/source");
		assertThat(refused).hasStatus(HttpStatus.BAD_GATEWAY);
		assertThat(text(refused)).contains("Replace it on the page Connections");
		assertThat(this.clicks.get(OLGA, base)).hasStatusOk();
	}

}

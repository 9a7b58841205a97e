package io.shiplift.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import io.shiplift.check.result.Catalogue;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.ScanSurvey;
import io.shiplift.repository.Topic;
import io.shiplift.testing.PageTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Judges the Git directories that {@code shiplift.survey} lists, with commas between, by
 * all checks, as if each ran on Heroku with a database and what its Procfile says, and
 * leaves the findings in {@code target/survey-checks.txt}. It runs only when asked for.
 */
@PageTest
class CheckSurvey {

	@Autowired
	private Catalogue catalogue;

	@Test
	@EnabledIfSystemProperty(named = "shiplift.survey", matches = ".+")
	void judgesEachRepository() throws IOException {
		StringBuilder report = new StringBuilder();
		for (String directory : System.getProperty("shiplift.survey").split(",")) {
			report.append(String.format(Locale.ROOT, "== %s%n", directory));
			CheckContext context = app(ScanSurvey.scan(directory)).context();
			this.catalogue.all().forEach((check) -> lines(report, check, Catalogue.judge(check, context)));
		}
		Files.writeString(Path.of("target", "survey-checks.txt"), report);
	}

	private static SeenApp app(RepositoryScan scan) {
		SeenApp seen = SeenApp.shop();
		scan.processes().forEach((type, command) -> seen.process(type, command, 1, "Standard-1X"));
		scan.first(Topic.RELEASE_COMMAND)
			.ifPresent((release) -> seen.process("release", release.value(), 0, "Standard-1X"));
		if (scan.first(Topic.VARIABLE, "REDIS_URL").isPresent()) {
			seen.addOn("redis-1", "heroku-redis", "mini", 300, "REDIS_URL").owned("REDIS_URL", "redis-1");
		}
		return seen.scanned(scan);
	}

	private static void lines(StringBuilder report, Check check, Verdict verdict) {
		if (verdict.kind() == Verdict.Kind.CLEAR) {
			return;
		}
		if (verdict.findings().isEmpty()) {
			report.append(String.format(Locale.ROOT, "   %s UNKNOWN %s%n", check.sheet().key(), verdict.note()));
		}
		verdict.findings().forEach((finding) -> {
			report.append(String.format(Locale.ROOT, "   %s %s %s%n", check.sheet().key(), finding.severity(),
					finding.cause()));
			finding.evidence().forEach((line) -> report.append("         ").append(line).append('\n'));
		});
	}

}

package io.shiplift.check;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import io.shiplift.check.Verdict.Kind;
import io.shiplift.check.result.Catalogue;
import io.shiplift.repository.AppDirectory;
import io.shiplift.repository.Proposal;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.testing.PageTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what the doctor proposes and what a check finds are one and the same: the
 * scan of an app, its patch applied by Git, and the scan of what comes of it.
 */
@PageTest
class PatchedCodeTests {

	private static final Map<String, String> CHECKS = Map.ofEntries(Map.entry("heroku-branch", "heroku-branch"),
			Map.entry("allowed-hosts", "allowed-hosts"), Map.entry("redirect-exemption", "ssl-redirect"),
			Map.entry("proxy-header", "proxy-header"), Map.entry("csrf-origins", "trusted-origins"),
			Map.entry("uploads", "uploads"), Map.entry("broker-tls", "broker-tls"), Map.entry("cache-tls", "redis-tls"),
			Map.entry("connection-age", "connection-age"), Map.entry("logging", "file-logging"),
			Map.entry("database-scheme", "database-scheme"));

	@TempDir
	private Path directory;

	@Autowired
	private Catalogue catalogue;

	@ParameterizedTest
	@ValueSource(strings = { "heroku-branch", "allowed-hosts", "redirect-exemption", "proxy-header", "csrf-origins",
			"uploads", "broker-tls", "cache-tls", "connection-age", "logging", "database-scheme" })
	void eachPatchMakesItsCheckContent(String change) throws Exception {
		AppDirectory app = new AppDirectory(this.directory, "shop");
		Verdict before = judge(CHECKS.get(change), app.scan());
		assertThat(before.kind()).isEqualTo(Kind.FOUND);
		assertThat(before.severity()).contains(Severity.WARNING);
		assertThat(before.findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.remedy()).contains("has this as a patch"));
		app.apply(app.scan().proposal(change).orElseThrow().patch());
		assertThat(judge(CHECKS.get(change), app.scan()).isClear()).isTrue();
	}

	@Test
	void onePatchMakesAllOfThemContent() throws Exception {
		AppDirectory app = new AppDirectory(this.directory, "shop");
		assertThat(app.scan().proposals().stream().map(Proposal::key).collect(Collectors.toSet()))
			.as("no proposal is without its check")
			.isEqualTo(CHECKS.keySet());
		app.apply(app.scan().patch());
		RepositoryScan after = app.scan();
		assertThat(CHECKS.values()).allSatisfy((check) -> assertThat(judge(check, after).isClear()).as(check).isTrue());
	}

	private Verdict judge(String check, RepositoryScan scan) {
		return Catalogue.judge(this.catalogue.find(check).orElseThrow(), SeenApp.shop().scanned(scan).context());
	}

}

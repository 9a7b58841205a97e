package io.shiplift.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import io.shiplift.repository.Proposal.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the doctor's patches, which are applied by Git itself and compiled by Python.
 */
class DoctorTests {

	private static final String SECRET = "kq8v!not-a-real-key-73ba91cd55e";

	@TempDir
	private Path directory;

	static Stream<String> keys() {
		return RepositoryScanner.scan(SourceTrees.app("shop"))
			.proposals()
			.stream()
			.filter(Proposal::hasPatch)
			.map(Proposal::key);
	}

	@Test
	void findsEverythingThatMustChange() {
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees.app("shop"));
		assertThat(scan.needed()).extracting(Proposal::key)
			.containsExactlyInAnyOrder("heroku-branch", "allowed-hosts", "redirect-exemption", "proxy-header",
					"csrf-origins", "uploads", "broker-tls", "cache-tls", "connection-age", "logging",
					"database-scheme");
		assertThat(scan.needed()).allMatch(Proposal::hasPatch);
	}

	@ParameterizedTest
	@MethodSource("keys")
	void eachPatchMakesItsFindingGreen(String key) throws Exception {
		AppDirectory app = new AppDirectory(this.directory, "shop");
		RepositoryScan before = app.scan();
		Proposal proposal = find(before, key);
		assertThat(proposal.state()).isNotEqualTo(State.FINE);
		app.apply(proposal.patch());
		RepositoryScan after = app.scan();
		assertThat(find(after, key).state()).isEqualTo(State.FINE);
		assertThat(after.problems()).isEqualTo(before.problems());
		app.compile("shop/settings.py");
	}

	@Test
	void onePatchMakesAllGreen() throws Exception {
		AppDirectory app = new AppDirectory(this.directory, "shop");
		app.apply(app.scan().patch());
		RepositoryScan after = app.scan();
		assertThat(after.needed()).isEmpty();
		assertThat(after.value(Topic.UPLOADS)).isNotEqualTo("local");
		app.compile("shop/settings.py");
	}

	@Test
	void keepsTheLineEndsOfWindows() throws Exception {
		AppDirectory app = new AppDirectory(this.directory, "shop");
		Path settings = this.directory.resolve("shop/settings.py");
		Files.writeString(settings, Files.readString(settings).replace("\n", "\r\n"));
		app.apply(app.scan().patch());
		assertThat(Files.readString(settings).replace("\r\n", "")).doesNotContain("\n");
		assertThat(app.scan().needed()).isEmpty();
		app.compile("shop/settings.py");
	}

	@Test
	void patchesSettingsThatAreSplit() throws Exception {
		AppDirectory app = new AppDirectory(this.directory, "split");
		RepositoryScan before = app.scan();
		assertThat(before.needed()).extracting(Proposal::key)
			.containsExactlyInAnyOrder("allowed-hosts", "redirect-exemption");
		assertThat(before.needed()).allMatch((proposal) -> proposal.patch().contains("config/settings/production.py"));
		app.apply(before.patch());
		assertThat(app.scan().needed()).isEmpty();
		app.compile("config/settings/production.py");
	}

	@Test
	void secretsAreInNoPatch() {
		String settings = "import os\nALLOWED_HOSTS = []\nDATABASES = {}\nSECRET_KEY = '" + SECRET + "'\n";
		RepositoryScan scan = RepositoryScanner.scan(SourceTrees
			.of(Map.of("manage.py", "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
					"settings.py", settings, "requirements.txt", "Django==5.2\n")));
		assertThat(scan.toString()).doesNotContain(SECRET);
		assertThat(scan.needed()).isNotEmpty();
		assertThat(RepositoryScanner.scan(SourceTrees.app("shop")).toString()).doesNotContain(SECRET);
	}

	private static Proposal find(RepositoryScan scan, String key) {
		return scan.proposals().stream().filter((proposal) -> proposal.key().equals(key)).findFirst().orElseThrow();
	}

}

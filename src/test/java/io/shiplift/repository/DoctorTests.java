package io.shiplift.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
		unpack("shop");
		RepositoryScan before = RepositoryScanner.scan(SourceTrees.directory(this.directory));
		Proposal proposal = find(before, key);
		assertThat(proposal.state()).isNotEqualTo(State.FINE);
		apply(proposal.patch());
		RepositoryScan after = RepositoryScanner.scan(SourceTrees.directory(this.directory));
		assertThat(find(after, key).state()).isEqualTo(State.FINE);
		assertThat(after.problems()).isEqualTo(before.problems());
		compile("shop/settings.py");
	}

	@Test
	void onePatchMakesAllGreen() throws Exception {
		unpack("shop");
		apply(RepositoryScanner.scan(SourceTrees.directory(this.directory)).patch());
		RepositoryScan after = RepositoryScanner.scan(SourceTrees.directory(this.directory));
		assertThat(after.needed()).isEmpty();
		assertThat(after.losesUploads()).isFalse();
		compile("shop/settings.py");
	}

	@Test
	void keepsTheLineEndsOfWindows() throws Exception {
		unpack("shop");
		Path settings = this.directory.resolve("shop/settings.py");
		Files.writeString(settings, Files.readString(settings).replace("\n", "\r\n"));
		apply(RepositoryScanner.scan(SourceTrees.directory(this.directory)).patch());
		assertThat(Files.readString(settings).replace("\r\n", "")).doesNotContain("\n");
		assertThat(RepositoryScanner.scan(SourceTrees.directory(this.directory)).needed()).isEmpty();
		compile("shop/settings.py");
	}

	@Test
	void patchesSettingsThatAreSplit() throws Exception {
		unpack("split");
		RepositoryScan before = RepositoryScanner.scan(SourceTrees.directory(this.directory));
		assertThat(before.needed()).extracting(Proposal::key)
			.containsExactlyInAnyOrder("allowed-hosts", "redirect-exemption");
		assertThat(before.needed()).allMatch((proposal) -> proposal.patch().contains("config/settings/production.py"));
		apply(before.patch());
		assertThat(RepositoryScanner.scan(SourceTrees.directory(this.directory)).needed()).isEmpty();
		compile("config/settings/production.py");
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

	private void unpack(String app) throws IOException {
		Path from = Path.of("src/test/resources/io/shiplift/repository", app);
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = this.directory.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
	}

	private void apply(String patch) throws Exception {
		Path file = Files.writeString(this.directory.resolve("change.patch"), patch);
		run(List.of("git", "apply", "--whitespace=nowarn", file.toString()));
		Files.delete(file);
	}

	private void compile(String file) throws Exception {
		run(List.of("python3", "-m", "py_compile", file));
	}

	private void run(List<String> command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(this.directory.toFile())
			.redirectErrorStream(true);
		builder.environment().put("GIT_CEILING_DIRECTORIES", this.directory.getParent().toString());
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
	}

}

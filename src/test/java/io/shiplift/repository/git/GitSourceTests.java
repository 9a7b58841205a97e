package io.shiplift.repository.git;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.repository.tree.Limits;
import io.shiplift.repository.tree.SourceTree;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link GitSource} against a Git server on this machine.
 */
class GitSourceTests {

	@TempDir
	private Path directory;

	private GitServer server;

	@BeforeEach
	void start() throws IOException, GitAPIException {
		this.server = new GitServer(this.directory, Map.of("Procfile", bytes("web: gunicorn shop.wsgi\n")));
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void readsTheNewestFilesOfABranch() throws Exception {
		this.server
			.commit(Map.of("Procfile", bytes("web: uvicorn shop.asgi\n"), "shop/settings.py", bytes("DEBUG = 1\n")));
		List<String> before = leftOvers();
		SourceTree tree = source(Limits.usual()).read(address(), "", "");
		assertThat(tree.text("Procfile")).contains("web: uvicorn shop.asgi\n");
		assertThat(tree.names()).containsExactly("Procfile", "shop/settings.py");
		assertThat(tree.revision()).isEqualTo(this.server.git().getRepository().resolve("HEAD").name());
		assertThat(leftOvers()).isEqualTo(before);
	}

	@Test
	void readsTheBranchThatWasAskedFor() throws Exception {
		this.server.git().checkout().setCreateBranch(true).setName("live").call();
		this.server.commit(Map.of("live.py", bytes("LIVE = True\n")));
		this.server.git().checkout().setName("main").call();
		assertThat(source(Limits.usual()).read(address(), "live", "").names()).contains("live.py");
		assertThat(source(Limits.usual()).read(address(), "main", "").names()).doesNotContain("live.py");
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> source(Limits.usual()).read(address(), "gone", ""))
			.withMessageContaining("no branch gone");
	}

	@Test
	void showsATokenOnlyWhereItIsAskedFor() {
		this.server.wantToken("canary-5521");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> source(Limits.usual()).read(address(), "", ""))
			.withMessageContaining("read-only token");
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> source(Limits.usual()).read(address(), "", "canary-wrong"))
			.withMessageContaining("does not accept the token");
		assertThat(source(Limits.usual()).read(address(), "", "canary-5521").names()).containsExactly("Procfile");
	}

	@Test
	void stopsWhenTooMuchArrives() throws Exception {
		byte[] noise = new byte[3_000_000];
		new Random(5).nextBytes(noise);
		this.server.commit(Map.of("noise.bin", noise));
		List<String> before = leftOvers();
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> source(Limits.usual().receiving(1_000_000)).read(address(), "", ""))
			.withMessageContaining("larger than 1 MB");
		assertThat(leftOvers()).isEqualTo(before);
	}

	@Test
	void stopsWhenItTakesTooLong() {
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> source(Limits.usual().within(Duration.ofMillis(1))).read(address(), "", ""));
	}

	@Test
	void saysThatThereIsNoRepository() {
		GitAddress wrong = GitAddress.parse(this.server.address().replace("app", "other"), true);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> source(Limits.usual()).read(wrong, "", ""))
			.withMessageContaining("no repository at this address");
	}

	@Test
	void neverAsksAnAddressInsideTheNetwork() {
		GitSource strict = new GitSource(Limits.usual(), false, Clock.systemUTC());
		for (String host : List.of("127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.0.0.1", "2130706433",
				"0x7f000001", "[::ffff:127.0.0.1]", "localhost.")) {
			GitAddress address = new GitAddress("https://" + host + "/team/app.git");
			assertThatExceptionOfType(OutsideProblem.class).as(host).isThrownBy(() -> strict.read(address, "", ""));
		}
		assertThat(this.server.asked()).isEmpty();
	}

	@Test
	void followsNoRedirectToWhereItMayNotAsk() {
		this.server.redirectTo("file:///etc");
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> source(Limits.usual()).read(address(), "", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/passwd", "ssh://git@github.com/team/app.git", "git://github.com/team/app.git",
			"http://169.254.169.254/latest", "http://github.com/team/app", "https://ann:secret-1@github.com/team/app",
			"https://token-77@github.com/team/app", "https://github.com", "https://github.com/", "ext::sh -c id",
			"https://github.com:8080/team/app", "https:///team/app", "/srv/app.git", "", "https://github.com/a?b=c",
			"https://git hub.com/a" })
	void refusesOtherAddresses(String typed) {
		assertThatExceptionOfType(GitAddress.Refused.class).isThrownBy(() -> GitAddress.parse(typed))
			.matches((refused) -> !refused.getMessage().contains("secret-1")
					&& !refused.getMessage().contains("token-77"));
	}

	@Test
	void takesWhatHostsShow() {
		assertThat(GitAddress.parse(" https://GitHub.com/team/app/ ").url()).isEqualTo("https://github.com/team/app");
		assertThat(GitAddress.parse("git@github.com:team/app.git").url()).isEqualTo("https://github.com/team/app.git");
		assertThat(GitAddress.parse("https://git.example.com:443/a/b").url()).isEqualTo("https://git.example.com/a/b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
			"0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00:ec2::254", "fc00::1", "ff02::1",
			"::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001::1", "198.18.0.1", "192.0.0.192" })
	void knowsAddressesInsideNetworks(String address) throws IOException {
		assertThat(Addresses.open(InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "140.82.121.4", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:50c0:8000::153" })
	void knowsOpenAddresses(String address) throws IOException {
		assertThat(Addresses.open(InetAddress.getByName(address))).isTrue();
	}

	private GitSource source(Limits limits) {
		return new GitSource(limits, true, Clock.systemUTC());
	}

	private GitAddress address() {
		return GitAddress.parse(this.server.address(), true);
	}

	private static List<String> leftOvers() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("code-"))
				.sorted()
				.toList();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}

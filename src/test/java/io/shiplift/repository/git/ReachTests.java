package io.shiplift.repository.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.repository.tree.Limits;
import io.shiplift.repository.tree.TooMuch;
import okhttp3.Dns;
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
 * Tests for {@link Reach}: one address of this machine stands for the open internet, and
 * another one for what lies inside the network.
 */
class ReachTests {

	private static final String OPEN = "127.0.0.2";

	private static final String INSIDE = "127.0.0.1";

	@TempDir
	private Path directory;

	private GitServer open;

	private GitServer inside;

	@BeforeEach
	void start() throws IOException, GitAPIException {
		this.open = server("open", OPEN, 0);
		this.inside = server("inside", INSIDE, this.open.port());
	}

	@AfterEach
	void stop() {
		this.open.close();
		this.inside.close();
	}

	@Test
	void readsWhatIsOpen() {
		assertThat(source((name) -> addresses(OPEN)).read(address("git.example.com"), "", "").names())
			.containsExactly("Procfile");
	}

	@ParameterizedTest
	@ValueSource(strings = { INSIDE, "inside.example.com", "localhost", "[::1]", "169.254.169.254" })
	void followsNoRedirectInside(String host) {
		this.open.redirectTo("http://" + host + ":" + this.inside.port());
		GitSource source = source((name) -> "inside.example.com".equals(name) ? addresses(INSIDE)
				: ("git.example.com".equals(name) ? addresses(OPEN) : Dns.SYSTEM.lookup(name)));
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> source.read(address("git.example.com"), "", ""))
			.withMessageContaining("private network");
		assertThat(this.open.asked()).isNotEmpty();
		assertThat(this.inside.asked()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void asksOnlyTheAddressThatWasChecked(int honest) {
		AtomicInteger lookups = new AtomicInteger();
		GitSource source = source((name) -> addresses((lookups.getAndIncrement() < honest) ? OPEN : INSIDE));
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> source.read(address("rebinding.example.com"), "", ""))
			.withMessageContaining("private network");
		assertThat(this.inside.asked()).isEmpty();
	}

	@Test
	void refusesANameOfWhichOneAddressLiesInside() {
		GitSource source = source((name) -> List.of(InetAddress.getByName(OPEN), InetAddress.getByName(INSIDE)));
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> source.read(address("git.example.com"), "", ""))
			.withMessageContaining("private network");
		assertThat(this.open.asked()).isEmpty();
	}

	@Test
	void followsNoRedirectToWhereThereIsNoTls() {
		GitGuard guard = new GitGuard(Limits.usual(), Reach.STRICT, Clock.systemUTC());
		assertThatExceptionOfType(TooMuch.class)
			.isThrownBy(() -> guard.create(URI.create("http://github.com/team/app").toURL()))
			.withMessageContaining("without TLS");
	}

	private static GitSource source(Dns names) {
		return new GitSource(Limits.usual(), new Reach(names, (address) -> address.getHostAddress().equals(OPEN), true),
				Clock.systemUTC());
	}

	private GitAddress address(String host) {
		return new GitAddress("http://" + host + ":" + this.open.port() + "/team/app.git");
	}

	private GitServer server(String name, String host, int port) throws IOException, GitAPIException {
		return new GitServer(Files.createDirectory(this.directory.resolve(name)),
				Map.of("Procfile", "web: gunicorn shop.wsgi\n".getBytes(StandardCharsets.UTF_8)),
				new InetSocketAddress(InetAddress.getByName(host), port));
	}

	private static List<InetAddress> addresses(String address) throws UnknownHostException {
		return List.of(InetAddress.getByName(address));
	}

}

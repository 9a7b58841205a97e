package io.shiplift.practice.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PracticeDatabases} with several processes, of which some are killed.
 */
class PracticeNodesTests {

	@TempDir
	Path home;

	private final List<Process> nodes = new ArrayList<>();

	@BeforeEach
	void shareThePrograms() {
		PostgresServer.sharePrograms(this.home);
	}

	@AfterEach
	void end() {
		this.nodes.forEach(Process::destroyForcibly);
		for (String name : List.of("source", "target")) {
			server(name).stopAtOnce();
		}
	}

	@Test
	void nodesShareTheServersWhichOutliveAKill() throws Exception {
		Process one = node("shared");
		Process two = node("shared");
		String used = said(one);
		assertThat(said(two)).isEqualTo(used).startsWith("using u_shared@127.0.0.1:");
		long postmaster = pid("source");
		one.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		two.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		PracticeDatabases next = new PracticeDatabases(this.home.toString(), false);
		DatabaseAddress again = next.source("shared");
		assertThat(used).contains(again.toString());
		assertThat(pid("source")).isEqualTo(postmaster);
		next.close();
		assertThat(server("source").alive()).isFalse();
		assertThat(server("target").alive()).isFalse();
		PracticeDatabases restarted = new PracticeDatabases(this.home.toString(), true);
		assertThat(restarted.source("shared")).isEqualTo(again);
		restarted.close();
		assertThat(server("source").alive()).isTrue();
	}

	@Test
	void theLastOneStopsTheServers() throws Exception {
		Process one = node();
		said(one);
		Process two = node();
		said(two);
		leave(one);
		assertThat(server("target").alive()).isTrue();
		leave(two);
		assertThat(server("target").alive()).isFalse();
	}

	@Test
	void aServerThatWasKilledIsStartedAgain() throws Exception {
		PracticeDatabases databases = new PracticeDatabases(this.home.toString(), false);
		DatabaseAddress first = databases.targetMaster();
		ProcessHandle postmaster = ProcessHandle.of(pid("target")).orElseThrow();
		postmaster.destroyForcibly();
		postmaster.onExit().get(10, TimeUnit.SECONDS);
		assertThat(databases.targetMaster()).isEqualTo(first);
		databases.close();
	}

	private Process node(String... world) throws IOException {
		List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), PracticeNode.class.getName(), this.home.toString()));
		words.addAll(List.of(world));
		Process node = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		this.nodes.add(node);
		return node;
	}

	private static String said(Process node) throws IOException {
		BufferedReader reader = node.inputReader();
		String line = reader.readLine();
		while (line != null && !line.startsWith("using ")) {
			line = reader.readLine();
		}
		return String.valueOf(line);
	}

	private static void leave(Process node) throws Exception {
		node.outputWriter().close();
		assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
	}

	private long pid(String name) throws IOException {
		Path file = this.home.resolve("practice").resolve(name).resolve("data/postmaster.pid");
		return Long.parseLong(Files.readAllLines(file).getFirst().strip());
	}

	private Postmaster server(String name) {
		Path practice = this.home.resolve("practice");
		return Postmaster.at(practice.resolve(name), PostgresPrograms.in(practice));
	}

}

package io.shiplift.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.shiplift.repository.git.GitTree;
import io.shiplift.repository.tree.Limits;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Scans the Git directories that {@code shiplift.survey} lists, with commas between, and
 * leaves what was found in {@code target/survey.txt}. It runs only when asked for.
 */
public class ScanSurvey {

	@Test
	@EnabledIfSystemProperty(named = "shiplift.survey", matches = ".+")
	void scansEachRepository() throws IOException {
		StringBuilder report = new StringBuilder();
		for (String directory : System.getProperty("shiplift.survey").split(",")) {
			long start = System.nanoTime();
			RepositoryScan scan = scan(directory);
			report.append(String.format(Locale.ROOT, "== %s %d files, %d bytes, scanned in %d ms%n", directory,
					scan.files(), scan.bytes(), (System.nanoTime() - start) / 1_000_000));
			lines(report, scan);
		}
		Files.writeString(Path.of("target", "survey.txt"), report);
	}

	/** Scans what a Git directory has at its head. */
	public static RepositoryScan scan(String directory) throws IOException {
		try (Repository repository = new FileRepositoryBuilder().setGitDir(Path.of(directory).toFile()).build()) {
			return RepositoryScanner.scan(GitTree.read(repository, "HEAD", Limits.usual()));
		}
	}

	private static void lines(StringBuilder report, RepositoryScan scan) {
		for (Topic topic : Topic.values()) {
			List<Conclusion> all = scan.all(topic);
			report.append(String.format(Locale.ROOT, "%s: %d%n", topic, all.size()));
			all.stream()
				.limit((topic == Topic.PACKAGE) ? 3 : 40)
				.forEach((each) -> report.append(String.format(Locale.ROOT, "   %s = %s  [%s, %s] %s%n", each.name(),
						each.value(), each.place(), each.confidence(), each.text())));
		}
		scan.proposals()
			.forEach((each) -> report.append(String.format(Locale.ROOT, "   %s %s: %s [%s:%d]%n%s", each.state(),
					each.key(), each.why(), each.file(), each.line(), each.patch())));
	}

}

package io.shiplift.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.shiplift.repository.git.GitTree;
import io.shiplift.repository.tree.Limits;
import io.shiplift.repository.tree.SourceTree;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Scans the Git directories that {@code shiplift.survey} lists, with commas between, and
 * leaves what was found in {@code target/survey.txt}. It runs only when asked for.
 */
class ScanSurvey {

	@Test
	@EnabledIfSystemProperty(named = "shiplift.survey", matches = ".+")
	void scansEachRepository() throws IOException {
		StringBuilder report = new StringBuilder();
		for (String directory : System.getProperty("shiplift.survey").split(",")) {
			try (Repository repository = new FileRepositoryBuilder().setGitDir(Path.of(directory).toFile()).build()) {
				long start = System.nanoTime();
				SourceTree tree = GitTree.read(repository, "HEAD", Limits.usual());
				long read = System.nanoTime();
				RepositoryScan scan = RepositoryScanner.scan(tree);
				report.append(String.format(Locale.ROOT, "== %s %d files, %d texts, read %d ms, scanned %d ms%n",
						directory, scan.files(), tree.texts().size(), (read - start) / 1_000_000,
						(System.nanoTime() - read) / 1_000_000));
				lines(report, scan);
			}
		}
		Files.writeString(Path.of("target", "survey.txt"), report);
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

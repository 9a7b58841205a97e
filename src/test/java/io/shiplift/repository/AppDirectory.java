package io.shiplift.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A copy of a small invented app that can be scanned, patched by Git itself, and compiled
 * by Python.
 */
public final class AppDirectory {

	private final Path directory;

	/** Copies an app of the test resources into an empty directory. */
	public AppDirectory(Path directory, String app) throws IOException {
		this.directory = directory;
		Path from = Path.of("src/test/resources/io/shiplift/repository", app);
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = directory.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
	}

	public RepositoryScan scan() {
		return RepositoryScanner.scan(SourceTrees.directory(this.directory));
	}

	/** Applies a patch with {@code git apply}. */
	public void apply(String patch) throws Exception {
		Path file = Files.writeString(this.directory.resolve("change.patch"), patch);
		run(List.of("git", "apply", "--whitespace=nowarn", file.toString()));
		Files.delete(file);
	}

	void compile(String file) throws Exception {
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

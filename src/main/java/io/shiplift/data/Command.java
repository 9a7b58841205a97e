package io.shiplift.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One short call of a program, with what it said.
 */
public record Command(int exit, String output) {

	private static final int LIMIT_SECONDS = 60;

	/** What a program says goes through a file, as servers it starts keep a pipe open. */
	public static Command run(List<String> words) {
		try {
			Path said = Files.createTempFile("shiplift-", ".out");
			try {
				Process process = start(words, said);
				int exit = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : end(process);
				return new Command(exit, Files.readString(said, StandardCharsets.UTF_8).strip());
			}
			finally {
				Files.deleteIfExists(said);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while " + words.getLast() + " ran", ex);
		}
	}

	private static Process start(List<String> words, Path said) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
			.redirectInput(Path.of("/dev/null").toFile())
			.redirectOutput(said.toFile());
		builder.environment().put("LC_ALL", "C");
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		return builder.start();
	}

	private static int end(Process process) {
		process.destroyForcibly();
		return -1;
	}

	public boolean worked() {
		return this.exit == 0;
	}

	/** The last lines, where programs say what was wrong. */
	public String lastLines() {
		List<String> lines = this.output.lines().toList();
		return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
	}

}

package io.shiplift.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One of the usual programs, run as people run them by hand.
 */
record ClientProgram(DatabaseAddress address, List<String> words) {

	Measured run(Map<String, String> more) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(this.words)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target/benchmark/programs.log").toFile()))
			.redirectErrorStream(true);
		builder.environment()
			.putAll(Map.of("PGHOST", this.address.host(), "PGPORT", Integer.toString(this.address.port()), "PGUSER",
					this.address.user(), "PGPASSWORD", this.address.password(), "PGDATABASE", this.address.database()));
		builder.environment().putAll(more);
		Process process = builder.start();
		Measured measured = Measured.until(() -> !process.isAlive(), List.of(this.words.getFirst()));
		if (process.exitValue() > 1 && !this.words.contains("pgcopydb")) {
			throw new IllegalStateException(this.words.getFirst() + " ended with " + process.exitValue()
					+ ", see target/benchmark/programs.log");
		}
		return measured;
	}

}

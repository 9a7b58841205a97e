package io.shiplift.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs something to its end and tells how long it took and how much memory its programs
 * held at most, in kilobytes.
 */
record Measured(double seconds, long peakKilobytes) {

	private static final Duration LIMIT = Duration.ofMinutes(30);

	/** Between two looks at the memory, which read every process there is. */
	private static final Duration SELDOM = Duration.ofMillis(200);

	/** Looks every 10 ms until it is over. */
	static Measured until(BooleanSupplier over, List<String> programs) throws IOException, InterruptedException {
		long start = System.nanoTime();
		long peak = 0;
		long looked = start - SELDOM.toNanos();
		while (!over.getAsBoolean()) {
			if (System.nanoTime() - start > LIMIT.toNanos()) {
				throw new IllegalStateException("Not over after " + LIMIT);
			}
			if (System.nanoTime() - looked >= SELDOM.toNanos()) {
				looked = System.nanoTime();
				peak = Math.max(peak, memory(programs));
			}
			if (new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)) {
				break;
			}
		}
		return new Measured((System.nanoTime() - start) / 1e9, peak);
	}

	Measured plus(Measured other) {
		return new Measured(this.seconds + other.seconds, Math.max(this.peakKilobytes, other.peakKilobytes));
	}

	/** What this process's descendants of these names, and detached movers, hold now. */
	private static long memory(List<String> programs) {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info()
				.commandLine()
				.filter((line) -> programs.stream().anyMatch(line::contains))
				.isPresent())
			.mapToLong((process) -> resident(process.pid()))
			.sum();
	}

	private static long resident(long pid) {
		try {
			return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}

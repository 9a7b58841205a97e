package io.shiplift.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.shiplift.outside.OutsideProblem;

/**
 * The processes of one job, known by a line of their environment that no other process
 * has. A number that the system gave to somebody else meanwhile is not taken for ours.
 */
final class JobProcesses {

	private static final Path PROC = Path.of("/proc");

	private static final int ROUNDS = 20;

	private final String line;

	JobProcesses(String line) {
		this.line = line;
	}

	boolean leader(long pid) {
		return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::ours).isPresent();
	}

	/**
	 * Processes may beget others while they are being ended, so it goes round by round.
	 */
	void kill() {
		for (int round = 0; round < ROUNDS; round++) {
			List<ProcessHandle> members = members();
			if (members.isEmpty()) {
				return;
			}
			members.forEach(ProcessHandle::destroyForcibly);
			await(members);
		}
		throw new OutsideProblem(OutsideProblem.Kind.UNKNOWN,
				"Some processes of a copy could not be ended: " + members().stream().map(ProcessHandle::pid).toList());
	}

	private List<ProcessHandle> members() {
		return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive).filter(this::ours).toList();
	}

	private boolean ours(ProcessHandle process) {
		Path environment = PROC.resolve(Long.toString(process.pid())).resolve("environ");
		if (!Files.isDirectory(PROC)) {
			return process.info().command().orElse("").endsWith("bash");
		}
		try {
			String text = Files.readString(environment, StandardCharsets.ISO_8859_1);
			return Arrays.asList(text.split("\0")).contains(this.line);
		}
		catch (IOException | UncheckedIOException ex) {
			return false;
		}
	}

	private static void await(List<ProcessHandle> members) {
		CompletableFuture<?>[] ends = members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
		try {
			CompletableFuture.allOf(ends).get(500, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			// the next round sees who is left
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

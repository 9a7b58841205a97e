package io.shiplift.data;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.mover.Job;
import io.shiplift.outside.OutsideProblem;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Jobs of the mover on this machine, each in a process of its own, which goes on when
 * this application is killed and is found again by its token.
 */
@Component
public class MoverJobs {

	private static final String LINES = "lines.jsonl";

	private final Path jobs;

	private final MoverProgram program;

	private final JsonMapper json = JsonMapper.builder().build();

	MoverJobs(@Value("${shiplift.home}") String home, MoverProgram program) {
		this.jobs = Path.of(home).resolve("jobs");
		this.program = program;
	}

	/**
	 * Starts a job and returns at once. With a token that was used before nothing happens
	 * and the answer is false.
	 */
	public boolean start(String token, Job work) {
		List<String> command = this.program.command();
		MoveJob job = MoveJob.in(this.jobs, token);
		if (!job.claim()) {
			return false;
		}
		launch(job, command, this.json.writeValueAsBytes(work));
		return true;
	}

	/** Whether the token was used before. */
	public boolean known(String token) {
		return MoveJob.in(this.jobs, token).exists();
	}

	/** Empty if there never was a job with that token. */
	public Optional<MoveState> state(String token) {
		MoveJob job = MoveJob.in(this.jobs, token);
		if (!job.exists()) {
			return Optional.empty();
		}
		boolean alive = job.alive(progress(job).process());
		MoveProgress progress = progress(job);
		if (progress.done() || progress.failure().isPresent()) {
			return Optional.of(progress.state());
		}
		if (alive) {
			return Optional.of(progress.state());
		}
		job.kill();
		return Optional.of(progress.died());
	}

	/** What came of a job that is done. */
	public <T> T result(String token, Class<T> type) {
		return progress(MoveJob.in(this.jobs, token)).result()
			.map((result) -> this.json.treeToValue(result, type))
			.orElseThrow(() -> new OutsideProblem(OutsideProblem.Kind.REFUSED,
					"Job " + token + " has no result. Start it again."));
	}

	/** What the mover said after a line, in order. */
	public List<Said> said(String token, int afterLine) {
		return progress(MoveJob.in(this.jobs, token)).said(afterLine);
	}

	/** Ends a job for good. When this returns, no process of it is left. */
	public void stop(String token) {
		MoveJob job = MoveJob.in(this.jobs, token);
		if (job.exists()) {
			job.end();
		}
	}

	/** The same, and if the job has not begun yet, it never will. */
	public void prevent(String token) {
		MoveJob.in(this.jobs, token).claim();
		stop(token);
	}

	/** Whether somebody ended or prevented a job. */
	public boolean stopped(String token) {
		return MoveJob.in(this.jobs, token).ended();
	}

	/** Ends a job and removes all that is known of it; its token can be used again. */
	public void forget(String token) {
		MoveJob job = MoveJob.in(this.jobs, token);
		if (job.exists()) {
			job.forget();
		}
	}

	/** What the mover has printed so far. */
	List<String> lines(String token) {
		return MoveJob.in(this.jobs, token).lines(LINES);
	}

	/** Where a file is that a job left. */
	Path path(String token, String name) {
		return MoveJob.in(this.jobs, token).directory().resolve(name);
	}

	/** A file that a job left, line by line. */
	List<String> file(String token, String name) {
		return MoveJob.in(this.jobs, token).lines(name);
	}

	private static MoveProgress progress(MoveJob job) {
		return MoveProgress.read(job.lines(LINES));
	}

	/**
	 * Nothing of this application's own environment goes along, and passwords go only
	 * through a pipe.
	 */
	private static void launch(MoveJob job, List<String> command, byte[] description) {
		File log = job.directory().resolve("log").toFile();
		ProcessBuilder builder = new ProcessBuilder("setsid").directory(job.directory().toFile())
			.redirectOutput(job.directory().resolve(LINES).toFile())
			.redirectError(log);
		builder.command().addAll(command);
		builder.environment().clear();
		builder.environment()
			.putAll(Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"), "LC_ALL", "C",
					MoveJob.MARK, job.directory().toString()));
		try (OutputStream input = builder.start().getOutputStream()) {
			input.write(description);
		}
		catch (IOException ex) {
			job.forget();
			throw new UncheckedIOException("The mover cannot be started; it needs setsid (package util-linux)", ex);
		}
	}

	/**
	 * A sentence of the mover and its line, for those who ask for the next ones.
	 */
	public record Said(int line, String text) {

	}

}

package io.shiplift.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What jobs of runs left on this machine. Tokens tell whose they are; a job whose token
 * names no run is nobody's business here.
 */
@Component
public class FinishedJobs {

	private static final Pattern TOKEN = Pattern
		.compile("(?:heroku-)?shiplift-([a-z0-9]{1,40})-[a-z]{1,20}-(\\d{1,18})-.+");

	private final Path jobs;

	private final MoverJobs mover;

	FinishedJobs(@Value("${shiplift.home}") String home, MoverJobs mover) {
		this.jobs = Path.of(home).resolve("jobs");
		this.mover = mover;
	}

	public List<Job> all() {
		MoveJob.clear(this.jobs);
		return KeptDirectories.in(this.jobs)
			.map((directory) -> job(directory.getFileName().toString()))
			.flatMap(Optional::stream)
			.toList();
	}

	/** Those of one migration. */
	public List<Job> of(String migrationId) {
		return all().stream().filter((job) -> job.migrationId().equals(migrationId)).toList();
	}

	/** Whether its process still lives. */
	public boolean working(Job job) {
		return this.mover.state(job.token()).filter((state) -> state.status() == MoveState.Status.RUNNING).isPresent();
	}

	/** Removes backup files, which hold data, and leaves what was said. */
	public void removeBackups(Job job) {
		this.mover.stop(job.token());
	}

	/** Removes all that is known of a job; a crash meanwhile leaves no half of one. */
	public void remove(Job job) {
		this.mover.forget(job.token());
	}

	private static Optional<Job> job(String token) {
		Matcher matcher = TOKEN.matcher(token);
		return matcher.matches() ? Optional.of(new Job(token, matcher.group(1), Long.parseLong(matcher.group(2))))
				: Optional.empty();
	}

	/** A job of a run. */
	public record Job(String token, String migrationId, long runId) {

	}

}

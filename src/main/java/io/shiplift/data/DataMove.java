package io.shiplift.data;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.outside.OutsideProblem;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Copies a database into a fresh one in a process of its own, which goes on when this
 * application is killed and is found again by its token.
 */
@Component
public class DataMove {

	private static final String SCRIPT = "move.sh";

	private final Path jobs;

	private final DatabaseTools tools;

	private final Clock clock;

	DataMove(@Value("${shiplift.home}") String home, DatabaseTools tools, Clock clock) {
		this.jobs = Path.of(home).resolve("jobs");
		this.tools = tools;
		this.clock = clock;
	}

	/**
	 * Starts a copy and returns at once. With a token that was used before nothing
	 * happens and the answer is false. The target is a fresh database and its owner.
	 */
	public boolean start(String token, DatabaseAddress source, DatabaseAddress target) {
		MoveJob job = MoveJob.in(this.jobs, token);
		if (job.exists()) {
			return false;
		}
		Names.checked(target.database());
		int major = major(source);
		int targetMajor = major(target);
		if (targetMajor < major) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The source is PostgreSQL " + major + " but the target only " + targetMajor
							+ ". Choose a target server of version " + major + " or later.");
		}
		DatabaseTools.Kit kit = this.tools.forServer(major);
		if (!job.claim()) {
			return false;
		}
		job.write("pgpass", passLine(source) + passLine(target));
		job.write("settings.sql", FingerprintReader.script("settings.sql")
				+ ((major == targetMajor) ? "" : "set shiplift.hash = 'text';\n"));
		for (String file : List.of(SCRIPT, "catalogue.sql", "sequences.sql", "tables.sql")) {
			job.write(file, FingerprintReader.script(file));
		}
		launch(job, environment(job, kit, kit.major() >= 17 && targetMajor < 17), source, target);
		return true;
	}

	/** Empty if there never was a copy with that token. */
	public Optional<MoveState> state(String token) {
		MoveJob job = MoveJob.in(this.jobs, token);
		if (!job.exists()) {
			return Optional.empty();
		}
		boolean alive = job.alive(this.clock.instant());
		Optional<Integer> exit = job.exit();
		MoveProgress progress = MoveProgress.read(job.lines("progress.jsonl"));
		if (exit.isPresent()) {
			return Optional.of((exit.get() == 0) ? state(MoveState.Status.DONE, progress, "The copy is complete")
					: state(MoveState.Status.FAILED, progress,
							progress.failure().orElse("The copy ended with code " + exit.get())));
		}
		if (alive) {
			return Optional.of(state(MoveState.Status.RUNNING, progress, progress.message()));
		}
		job.kill();
		return Optional.of(state(MoveState.Status.DIED, progress, "The copy was killed in the middle ("
				+ progress.message() + "). Start it again: it begins anew in a fresh database."));
	}

	/** What the worker said after a line, in order. */
	public List<Said> said(String token, int afterLine) {
		return MoveProgress.read(MoveJob.in(this.jobs, token).lines("progress.jsonl"))
			.notes(afterLine)
			.stream()
			.map((note) -> new Said(note.line(), note.text()))
			.toList();
	}

	/** Ends a copy for good. When this returns, no process of it is left. */
	public void stop(String token) {
		MoveJob job = MoveJob.in(this.jobs, token);
		if (job.exists()) {
			job.kill();
		}
	}

	/** Ends a copy and removes all that is known of it; its token can be used again. */
	public void forget(String token) {
		MoveJob job = MoveJob.in(this.jobs, token);
		if (job.exists()) {
			job.forget();
		}
	}

	/** What the source was at the moment of a finished copy. */
	MoveSnapshot snapshot(String token) {
		MoveJob job = MoveJob.in(this.jobs, token);
		List<String> lines = job.lines("fingerprint");
		if (job.exit().filter((exit) -> exit == 0).isEmpty() || lines.isEmpty()) {
			throw new OutsideProblem(OutsideProblem.Kind.REFUSED,
					"There is no finished copy to compare with. Copy the database first.");
		}
		return new MoveSnapshot(!job.lines("settings.sql").getLast().contains("shiplift.hash"), lines);
	}

	private static MoveState state(MoveState.Status status, MoveProgress progress, String message) {
		int percent = (status == MoveState.Status.DONE) ? 100 : progress.percent();
		return new MoveState(status, progress.phase(), message, percent, progress.secondsByPhase(), progress.bytes());
	}

	private static Map<String, String> environment(MoveJob job, DatabaseTools.Kit kit, boolean newer) {
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
		environment.put("LC_ALL", "C");
		environment.put("MOVE_JOBS", "2");
		environment.put("MOVE_DIRECTORY", job.directory().toString());
		environment.put("MOVE_TOOLS", kit.directory().toString());
		environment.put("MOVE_NEWER", newer ? "yes" : "no");
		return environment;
	}

	/** Nothing of this application's own environment goes along. */
	private static void launch(MoveJob job, Map<String, String> environment, DatabaseAddress source,
			DatabaseAddress target) {
		ProcessBuilder builder = new ProcessBuilder("setsid", "bash", job.directory().resolve(SCRIPT).toString())
			.directory(job.directory().toFile())
			.redirectInput(new File("/dev/null"))
			.redirectErrorStream(true)
			.redirectOutput(job.directory().resolve("log").toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		name(builder.environment(), "MOVE_SOURCE_", source);
		name(builder.environment(), "MOVE_TARGET_", target);
		try {
			builder.start();
		}
		catch (IOException ex) {
			job.forget();
			throw new UncheckedIOException("The copy's worker cannot be started; it needs setsid and bash", ex);
		}
	}

	private static void name(Map<String, String> environment, String prefix, DatabaseAddress address) {
		environment.put(prefix + "HOST", address.host());
		environment.put(prefix + "PORT", Integer.toString(address.port()));
		environment.put(prefix + "DATABASE", address.database());
		environment.put(prefix + "USER", address.user());
		environment.put(prefix + "SSLMODE", address.sslMode());
	}

	private static String passLine(DatabaseAddress address) {
		return String.join(":", escaped(address.host()), Integer.toString(address.port()), escaped(address.database()),
				escaped(address.user()), escaped(address.password())) + "\n";
	}

	private static String escaped(String part) {
		return part.replace("\\", "\\\\").replace(":", "\\:");
	}

	private static int major(DatabaseAddress address) {
		try (Connection connection = address.connect()) {
			return connection.getMetaData().getDatabaseMajorVersion();
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Starting the copy", address, ex);
		}
	}

	/**
	 * A sentence of the worker and its line, for those who ask for the next ones.
	 */
	public record Said(int line, String text) {

	}

}

package io.shiplift.mover.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.Tools;

/**
 * Runs one of PostgreSQL's programs against a side. The password goes by environment.
 * What the program says is kept only as far as it names an error, as other lines may
 * quote rows.
 */
public final class Program {

	private static final int KEPT = 3;

	private static final int LONGEST = 400;

	/** A parameter of PostgreSQL 17 that older servers refuse; nothing depends on it. */
	private static final String HARMLESS = "unrecognized configuration parameter \"transaction_timeout\"";

	private final Tools tools;

	private final String trouble;

	private final List<String> errors = new ArrayList<>();

	/** What did not work out if the program fails is said by {@code trouble}. */
	public Program(Tools tools, String trouble) {
		this.tools = tools;
		this.trouble = trouble;
	}

	/** Runs it to its end and answers what it printed on its standard output. */
	public String run(Side side, String name, List<String> arguments) {
		StringBuilder printed = new StringBuilder();
		run(side, name, arguments, (line) -> printed.append(line).append('\n'));
		return printed.toString();
	}

	/** Gives each line that it prints, on either output, to the listener. */
	public void run(Side side, String name, List<String> arguments, Consumer<String> listener) {
		try {
			int exit = follow(start(side, name, arguments), listener);
			if (exit != 0 && !(this.tools.newerThanTarget() && exit == 1 && this.errors.isEmpty())) {
				throw new MoverProblem(this.trouble + ": " + (this.errors.isEmpty()
						? name + " ended with code " + exit + "." : String.join(" ", this.errors)));
			}
		}
		catch (IOException ex) {
			throw new MoverProblem(this.trouble + ": " + name + " could not be run, " + ex.getMessage(), ex);
		}
	}

	/** Gives its standard output to a reader, without any server. */
	public void read(String name, List<String> arguments, Reading reading) {
		try {
			Process process = builder(name, arguments).redirectErrorStream(false).start();
			Thread complaints = Thread.ofPlatform()
				.daemon()
				.start(() -> process.errorReader().lines().forEach(this::keep));
			try (InputStream printed = process.getInputStream()) {
				reading.of(printed);
			}
			finally {
				if (process.waitFor() != 0) {
					complaints.join();
				}
			}
			if (process.exitValue() != 0) {
				throw new MoverProblem(this.trouble + ": " + String.join(" ", this.errors));
			}
		}
		catch (IOException ex) {
			throw new MoverProblem(this.trouble + ": " + name + " could not be run, " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MoverProblem("The mover was interrupted.", ex);
		}
	}

	private int follow(Process process, Consumer<String> listener) throws IOException {
		try (BufferedReader lines = process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.matches("(?s).*(error|FATAL|ERROR):.*") && !line.contains(HARMLESS)) {
					keep(line);
				}
				else {
					listener.accept(line);
				}
			}
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new MoverProblem("The mover was interrupted.", ex);
		}
	}

	private void keep(String line) {
		if (this.errors.size() < KEPT) {
			this.errors.add(line.substring(0, Math.min(line.length(), LONGEST)));
		}
	}

	private Process start(Side side, String name, List<String> arguments) throws IOException {
		ProcessBuilder builder = builder(name, arguments);
		builder.environment().put("PGHOST", side.host());
		builder.environment().put("PGPORT", Integer.toString(side.port()));
		builder.environment().put("PGDATABASE", side.database());
		builder.environment().put("PGUSER", side.user());
		builder.environment().put("PGPASSWORD", side.password());
		builder.environment().put("PGSSLMODE", side.sslMode());
		builder.environment().put("PGCONNECT_TIMEOUT", "10");
		builder.environment().put("PGAPPNAME", "shiplift-move");
		builder.environment().put("PGOPTIONS", Sessions.tunedOptions());
		return builder.start();
	}

	private ProcessBuilder builder(String name, List<String> arguments) {
		List<String> words = new ArrayList<>();
		words.add(Path.of(this.tools.directory()).resolve(name).toString());
		words.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
			.redirectInput(Path.of("/dev/null").toFile());
		builder.environment().put("LC_ALL", "C");
		return builder;
	}

	/**
	 * Reads what a program prints, to its end.
	 */
	public interface Reading {

		void of(InputStream printed) throws IOException;

	}

}

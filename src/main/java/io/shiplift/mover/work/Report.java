package io.shiplift.mover.work;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import io.shiplift.mover.Line;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints what the mover does, line by line. Several threads may use it.
 */
public final class Report {

	private final PrintStream out;

	private final JsonMapper json;

	private String phase = "look";

	private long since = System.nanoTime();

	private long done;

	private long total;

	public Report(PrintStream out, JsonMapper json) {
		this.out = out;
		this.json = json;
	}

	/** Says that the mover has begun. */
	public void started() {
		print(Line.Kind.STARTED, "", null, ProcessHandle.current().pid(), 0, 0, null);
	}

	/** Ends the phase before, if there was another; {@code work} is in bytes. */
	public synchronized void begin(String name, String text, long work) {
		if (!this.phase.equals(name)) {
			end();
		}
		this.phase = name;
		this.since = System.nanoTime();
		this.done = 0;
		this.total = work;
		print(Line.Kind.BEGIN, text, null, 0, work, 0, null);
	}

	/** So many more bytes of the phase are done. */
	public synchronized void item(String text, @Nullable String table, long bytes, long rows) {
		this.done += bytes;
		print(Line.Kind.ITEM, text, table, this.done, this.total, rows, null);
	}

	public void warning(String text) {
		print(Line.Kind.WARNING, text, null, 0, 0, 0, null);
	}

	/** Says that the job is done, and what came of it. */
	public synchronized void done(Object result) {
		end();
		print(Line.Kind.DONE, "", null, 0, 0, 0, this.json.valueToTree(result));
	}

	public synchronized void failed(String text) {
		print(Line.Kind.FAILED, text, null, 0, 0, 0, null);
	}

	/** An amount for people. */
	public static String amount(long bytes) {
		return (bytes < 10L << 20) ? (bytes + 512) / 1024 + " kB" : (bytes + (1 << 19)) / (1 << 20) + " MB";
	}

	private void end() {
		print(Line.Kind.END, "", null, this.done, this.total, 0, null);
	}

	private synchronized void print(Line.Kind kind, String text, @Nullable String table, long bytes, long work,
			long rows, @Nullable JsonNode result) {
		long millis = (kind == Line.Kind.END) ? (System.nanoTime() - this.since) / 1_000_000 : 0;
		Line line = new Line(kind, this.phase, text, table, bytes, work, rows, millis, result);
		byte[] bytesOfLine = (this.json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
		this.out.write(bytesOfLine, 0, bytesOfLine.length);
		this.out.flush();
	}

}

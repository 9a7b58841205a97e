package io.shiplift.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines that the worker has printed so far, read again at each look.
 */
final class MoveProgress {

	/** What each phase usually takes of the whole, in percent. */
	private static final Map<String, Integer> WEIGHTS = weights();

	private static final JsonMapper json = JsonMapper.builder().build();

	private final List<Line> lines;

	private MoveProgress(List<Line> lines) {
		this.lines = lines;
	}

	static MoveProgress read(List<String> text) {
		List<Line> lines = new ArrayList<>();
		for (String one : text) {
			parse(one).ifPresent(lines::add);
		}
		return new MoveProgress(lines);
	}

	String phase() {
		return this.lines.isEmpty() ? "look" : this.lines.getLast().phase();
	}

	String message() {
		return last(null).map(Line::text).orElse("Starting");
	}

	Optional<String> failure() {
		return last("failed").map(Line::text);
	}

	long bytes() {
		return last("bytes").map(Line::done).orElse(0L);
	}

	Map<String, Long> secondsByPhase() {
		Map<String, Long> seconds = new LinkedHashMap<>();
		for (Line line : this.lines) {
			if (line.kind().equals("end")) {
				seconds.put(line.phase(), Math.max(1, Math.round(line.millis() / 1000.0)));
			}
		}
		return seconds;
	}

	int percent() {
		double sum = 0;
		String now = phase();
		for (Map.Entry<String, Integer> phase : WEIGHTS.entrySet()) {
			if (phase.getKey().equals(now)) {
				return (int) Math.round(Math.min(99, sum + phase.getValue() * share()));
			}
			sum += phase.getValue();
		}
		return 0;
	}

	/** Sentences for people, without those of the first {@code after} lines. */
	List<Note> notes(int after) {
		List<Note> notes = new ArrayList<>();
		for (int index = after; index < this.lines.size(); index++) {
			if (!this.lines.get(index).text().isBlank()) {
				notes.add(new Note(index + 1, this.lines.get(index).text()));
			}
		}
		return notes;
	}

	private double share() {
		if (this.lines.isEmpty()) {
			return 0;
		}
		Line line = this.lines.getLast();
		return (line.total() > 0) ? Math.min(1.0, (double) line.done() / line.total()) : 0;
	}

	private Optional<Line> last(@Nullable String kind) {
		return this.lines.reversed()
			.stream()
			.filter((line) -> (kind != null) ? line.kind().equals(kind) : !line.text().isBlank())
			.findFirst();
	}

	/** The last line may be half written. */
	private static Optional<Line> parse(String text) {
		try {
			return Optional.of(json.readValue(text, Line.class));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Map<String, Integer> weights() {
		Map<String, Integer> weights = new LinkedHashMap<>();
		weights.put("look", 2);
		weights.put("dump", 33);
		weights.put("tables", 4);
		weights.put("rows", 33);
		weights.put("indexes", 25);
		weights.put("statistics", 3);
		return weights;
	}

	/**
	 * One line of the worker.
	 */
	record Line(String phase, String kind, String text, long done, long total, long millis) {

	}

	/**
	 * A sentence and the number of its line.
	 */
	record Note(int line, String text) {

	}

}

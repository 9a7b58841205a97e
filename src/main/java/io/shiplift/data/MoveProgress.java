package io.shiplift.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.shiplift.mover.Line;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines that the mover has printed so far, read again at each look.
 */
final class MoveProgress {

	/** What each phase usually takes of the whole, in percent. */
	private static final Map<String, Integer> WEIGHTS = weights();

	/** Phases that are about all of their job. */
	private static final Set<String> ALONE = Set.of("compare");

	private static final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

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

	/** The number of the mover's process, once it has begun. */
	Optional<Long> process() {
		return last(Line.Kind.STARTED).map(Line::done);
	}

	boolean done() {
		return last(Line.Kind.DONE).isPresent();
	}

	Optional<String> failure() {
		return last(Line.Kind.FAILED).map(Line::text);
	}

	Optional<JsonNode> result() {
		return last(Line.Kind.DONE).map(Line::result);
	}

	MoveState state() {
		if (done()) {
			return state(MoveState.Status.DONE, "Done", 100);
		}
		return failure().map((text) -> state(MoveState.Status.FAILED, text, percent()))
			.orElseGet(() -> state(MoveState.Status.RUNNING, message(), percent()));
	}

	MoveState died() {
		return state(MoveState.Status.DIED,
				"The mover was killed in the middle (" + message() + "). Start it again: it begins anew.", percent());
	}

	/** Sentences for people, without those of the first {@code after} lines. */
	List<MoverJobs.Said> said(int after) {
		List<MoverJobs.Said> said = new ArrayList<>();
		for (int index = after; index < this.lines.size(); index++) {
			if (!text(this.lines.get(index)).isBlank()) {
				said.add(new MoverJobs.Said(index + 1, text(this.lines.get(index))));
			}
		}
		return said;
	}

	private MoveState state(MoveState.Status status, String message, int percent) {
		long bytes = this.lines.stream()
			.filter((line) -> line.kind() == Line.Kind.BEGIN && "rows".equals(line.phase()))
			.mapToLong(Line::total)
			.sum();
		return new MoveState(status, phase(), message, percent, secondsByPhase(), bytes, pace());
	}

	private MoveState.Pace pace() {
		Line now = this.lines.reversed()
			.stream()
			.filter((line) -> line.kind() == Line.Kind.BEGIN || line.kind() == Line.Kind.ITEM)
			.findFirst()
			.orElse(null);
		long rows = this.lines.stream().filter((line) -> "rows".equals(line.phase())).mapToLong(Line::rows).sum();
		long late = this.lines.stream()
			.filter((line) -> line.kind() == Line.Kind.BEGIN && "indexes".equals(line.phase()))
			.mapToLong(Line::total)
			.sum();
		return (now != null) ? new MoveState.Pace(now.done(), now.total(), rows, late, millisByPhase())
				: new MoveState.Pace(0, 0, rows, late, millisByPhase());
	}

	private String phase() {
		return this.lines.isEmpty() ? "look" : this.lines.getLast().phase();
	}

	private String message() {
		return this.lines.reversed()
			.stream()
			.map(MoveProgress::text)
			.filter((text) -> !text.isBlank())
			.findFirst()
			.orElse("Starting");
	}

	private Map<String, Long> millisByPhase() {
		Map<String, Long> millis = new LinkedHashMap<>();
		for (Line line : this.lines) {
			if (line.kind() == Line.Kind.END) {
				millis.merge(line.phase(), line.millis(), Long::sum);
			}
		}
		return millis;
	}

	private Map<String, Long> secondsByPhase() {
		Map<String, Long> seconds = new LinkedHashMap<>();
		millisByPhase().forEach((phase, sum) -> seconds.put(phase, Math.max(1, Math.round(sum / 1000.0))));
		return seconds;
	}

	private int percent() {
		double sum = 0;
		String now = phase();
		if (ALONE.contains(now)) {
			return (int) Math.round(Math.min(99, 100 * share()));
		}
		for (Map.Entry<String, Integer> phase : WEIGHTS.entrySet()) {
			if (phase.getKey().equals(now)) {
				return (int) Math.round(Math.min(99, sum + phase.getValue() * share()));
			}
			sum += phase.getValue();
		}
		return 0;
	}

	private double share() {
		if (this.lines.isEmpty()) {
			return 0;
		}
		Line line = this.lines.getLast();
		return (line.total() > 0) ? Math.min(1.0, (double) line.done() / line.total()) : 0;
	}

	private Optional<Line> last(Line.Kind kind) {
		return this.lines.reversed().stream().filter((line) -> line.kind() == kind).findFirst();
	}

	/** Lines leave out what is empty. */
	private static String text(Line line) {
		@Nullable String text = line.text();
		return (text != null) ? text : "";
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
		weights.put("triggers", 1);
		weights.put("tables", 4);
		weights.put("rows", 45);
		weights.put("indexes", 36);
		weights.put("statistics", 2);
		weights.put("fingerprint", 5);
		weights.put("proof", 2);
		weights.put("rounds", 2);
		weights.put("changes", 1);
		return weights;
	}

}

package io.shiplift.forecast;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How long the app will be down, by the keys of the phases in their order, and what that
 * was made from.
 */
public record Prediction(Map<String, Span> byPhase, String basis) {

	/** Phases that one job of the mover goes through. */
	private static final Set<String> COPY = Set.of("look", "tables", "rows", "indexes", "statistics", "fingerprint",
			"changes", "fetch", "backup");

	public Prediction {
		byPhase = new LinkedHashMap<>(byPhase);
	}

	/** The whole time without the app. */
	public Span total() {
		return this.byPhase.values().stream().reduce(Span.NONE, Span::plus);
	}

	/** The copy alone. */
	public Span copy() {
		return this.byPhase.entrySet()
			.stream()
			.filter((phase) -> COPY.contains(phase.getKey()))
			.map(Map.Entry::getValue)
			.reduce(Span.NONE, Span::plus);
	}

	/** What is left of the copy. */
	public Span copyLeft(Progress progress) {
		return left(progress, COPY);
	}

	/** What is left until the app serves again. */
	public Span left(Progress progress) {
		return left(progress, this.byPhase.keySet());
	}

	/** How much of the copy's time is over, from 0 to 99. */
	public int percent(Progress progress) {
		double all = copy().likely();
		double over = 0;
		for (Map.Entry<String, Span> phase : this.byPhase.entrySet()) {
			if (phase.getKey().equals(progress.phase())) {
				over += phase.getValue().likely() * progress.share();
				break;
			}
			over += COPY.contains(phase.getKey()) ? phase.getValue().likely() : 0;
		}
		return (all > 0) ? Math.clamp(Math.round(100 * over / all), 0, 99) : 0;
	}

	private Span left(Progress progress, Set<String> counted) {
		Span left = Span.NONE;
		boolean reached = !this.byPhase.containsKey(progress.phase());
		for (Map.Entry<String, Span> phase : this.byPhase.entrySet()) {
			if (phase.getKey().equals(progress.phase())) {
				reached = true;
				left = left.plus(rest(phase.getValue(), progress));
			}
			else if (reached && counted.contains(phase.getKey())) {
				left = left.plus(phase.getValue());
			}
		}
		return left;
	}

	/** The further a phase is, the more its own speed counts. */
	private static Span rest(Span expected, Progress progress) {
		double spent = progress.inPhase().toMillis() / 1000.0;
		if (progress.share() < 0.01) {
			return new Span(Math.max(0, expected.low() - spent), overdue(expected.likely(), spent),
					overdue(expected.high(), spent));
		}
		double open = 1 - progress.share();
		Span planned = expected.times(open);
		double seen = spent * open / progress.share();
		double trust = Math.min(1, progress.share() / 0.3);
		return new Span(Math.min(planned.low(), seen), trust * seen + (1 - trust) * planned.likely(),
				Math.max(seen * 1.2, trust * seen * 1.2 + (1 - trust) * planned.high()));
	}

	/** Nothing to be seen of a phase that should be over: it may take as long again. */
	private static double overdue(double expected, double spent) {
		return (spent <= expected) ? expected - spent : spent;
	}

	/**
	 * Where a copy is: its phase, how much of that phase is done from 0 to 1, and for how
	 * long it has been in it.
	 */
	public record Progress(String phase, double share, Duration inPhase) {

	}

}

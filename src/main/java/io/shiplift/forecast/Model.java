package io.shiplift.forecast;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says from earlier moves of the same app how long the next one takes, phase by phase;
 * before there is one, from general figures with a wide range.
 */
public final class Model {

	/** Seconds around the copy that no rehearsal goes through. */
	public static final long AROUND = 20;

	/** Older moves than the last ten speak of another app. */
	private static final int NEWEST = 10;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

	private final List<Rehearsed> past;

	private Model(List<Rehearsed> past) {
		this.past = past;
	}

	public static Model of(List<Rehearsed> past) {
		return new Model(past.stream().sorted(Comparator.comparing(Rehearsed::at)).toList());
	}

	public Prediction predict(String method, Load load) {
		List<Rehearsed> own = this.past.stream().filter((move) -> move.method().equals(method)).toList();
		List<Rehearsed> used = own.isEmpty() ? GeneralFigures.of(method)
				: own.subList(Math.max(0, own.size() - NEWEST), own.size());
		Map<String, Span> phases = new LinkedHashMap<>();
		for (Phase phase : Phase.values()) {
			List<Scaled> scaled = scaled(phase, used, load);
			if (!scaled.isEmpty()) {
				phases.put(phase.key(), own.isEmpty() ? wide(span(scaled)) : span(scaled));
			}
		}
		phases.put(Phase.AROUND.key(), Span.fixed(AROUND));
		return new Prediction(phases, own.isEmpty() ? "general figures, no rehearsal yet" : basis(used));
	}

	private static List<Scaled> scaled(Phase phase, List<Rehearsed> used, Load load) {
		List<Scaled> scaled = new ArrayList<>();
		for (Rehearsed move : used) {
			Long millis = move.millisByPhase().get(phase.key());
			if (millis != null) {
				scaled.add(new Scaled(phase.scaled(millis / 1000.0, move.load(), load),
						1 / (0.1 + phase.distance(move.load(), load))));
			}
		}
		return scaled;
	}

	/** The nearest loads weigh most; the bounds are wider if there is only one. */
	private static Span span(List<Scaled> scaled) {
		double weights = scaled.stream().mapToDouble(Scaled::weight).sum();
		double likely = scaled.stream().mapToDouble((one) -> one.span().likely() * one.weight()).sum() / weights;
		double low = scaled.stream().mapToDouble((one) -> one.span().low()).min().orElse(0);
		double worst = scaled.stream().mapToDouble((one) -> one.span().high() * one.weight()).sum() / weights;
		double high = Math.max(worst, scaled.stream().mapToDouble((one) -> one.span().likely()).max().orElse(0));
		boolean single = scaled.size() == 1;
		return new Span(Math.min(low, likely) * (single ? 0.8 : 0.9), likely, high * (single ? 1.4 : 1.2));
	}

	/** Networks and servers differ from those that were measured. */
	private static Span wide(Span span) {
		return new Span(span.low() * 0.7, span.likely() * 1.3, span.high() * 2.5);
	}

	private static String basis(List<Rehearsed> used) {
		String first = day(used.getFirst());
		String last = day(used.getLast());
		return ((used.size() == 1) ? "1 rehearsal of " : used.size() + " rehearsals of ")
				+ (first.equals(last) ? last : first + " to " + last);
	}

	private static String day(Rehearsed move) {
		return DAY.format(LocalDate.ofInstant(move.at(), ZoneOffset.UTC));
	}

	private record Scaled(Span span, double weight) {

	}

}

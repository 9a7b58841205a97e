package io.shiplift.data;

import java.util.List;
import java.util.Map;

/**
 * What was measured, as a table: medians of the rounds, and their ratio to the first
 * variant.
 */
record MeasuredTable(Map<String, List<Measured>> measured) {

	String text() {
		double first = median(this.measured.values().iterator().next());
		StringBuilder text = new StringBuilder(
				"| variant | median s | all s | ratio | peak memory MB |\n|---|---|---|---|---|\n");
		this.measured.forEach((name,
				rounds) -> text.append("| %s | %.1f | %s | %.2f | %d |%n".formatted(name, median(rounds),
						rounds.stream().map((one) -> "%.1f".formatted(one.seconds())).toList(), median(rounds) / first,
						rounds.stream().mapToLong(Measured::peakKilobytes).max().orElse(0) / 1024)));
		return text.toString();
	}

	private static double median(List<Measured> rounds) {
		List<Double> seconds = rounds.stream().map(Measured::seconds).sorted().toList();
		return seconds.get(seconds.size() / 2);
	}

}

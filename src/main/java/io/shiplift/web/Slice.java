package io.shiplift.web;

import java.util.ArrayList;
import java.util.List;

/**
 * One coloured part of a bar that is 100 wide.
 */
public record Slice(int number, double from, double width) {

	static List<Slice> of(List<? extends Number> parts, double scale) {
		List<Slice> slices = new ArrayList<>();
		double from = 0;
		for (Number part : parts) {
			double width = (scale > 0) ? Math.max(0, part.doubleValue()) * 100 / scale : 0;
			slices.add(new Slice(slices.size() % 7 + 1, round(from), round(width)));
			from += width;
		}
		return List.copyOf(slices);
	}

	private static double round(double value) {
		return Math.round(value * 100) / 100.0;
	}

}

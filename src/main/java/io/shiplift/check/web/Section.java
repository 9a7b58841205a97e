package io.shiplift.check.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.check.Group;
import io.shiplift.check.result.CheckRow;
import io.shiplift.check.result.Standing;

/**
 * The checks of one group: first those to look at, worst first, then those of which
 * nobody knows, then the others.
 */
record Section(String title, List<CheckRow> loud, List<CheckRow> unknown, List<CheckRow> quiet) {

	private static final Set<Standing> DARK = EnumSet.of(Standing.UNKNOWN, Standing.OPEN);

	static List<Section> of(List<CheckRow> rows) {
		Map<Group, List<CheckRow>> groups = new LinkedHashMap<>();
		rows.forEach((row) -> groups.computeIfAbsent(row.sheet().group(), (key) -> new ArrayList<>()).add(row));
		return groups.entrySet()
			.stream()
			.map((group) -> new Section(group.getKey().title(),
					group.getValue()
						.stream()
						.filter((row) -> !row.quiet() && !DARK.contains(row.standing()))
						.sorted(Comparator.comparing(CheckRow::standing))
						.toList(),
					group.getValue().stream().filter((row) -> DARK.contains(row.standing())).toList(),
					group.getValue().stream().filter(CheckRow::quiet).toList()))
			.toList();
	}

	/** How many of them are fine, in words. */
	public String quietWords() {
		return ((this.loud.isEmpty() && this.unknown.isEmpty()) ? "All " : "") + this.quiet.size()
				+ ((this.quiet.size() == 1) ? " check" : " checks") + " fine";
	}

}

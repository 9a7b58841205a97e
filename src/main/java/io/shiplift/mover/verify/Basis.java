package io.shiplift.mover.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what a proof rests on where not every row was read.
 */
final class Basis {

	private static final int NAMED = 8;

	private Basis() {
	}

	static List<String> of(ProvedBefore.Part before, Fingerprint source) {
		List<String> sentences = new ArrayList<>();
		if (!before.tables().isEmpty()) {
			long touched = source.touched().values().stream().mapToLong(Long::longValue).sum();
			sentences.add(before.tables().size() + " tables were compared row by row before, as they were at "
					+ before.at() + ". Now their rows were counted on both sides, and the " + touched
					+ " rows that the source's triggers noted since were compared again. Of all other rows the target"
					+ " says that nobody but this copy wrote them; their values were not read again.");
			sentences.add("Every row was compared now of: " + whole(before, source) + ".");
		}
		if (!before.why().isEmpty()) {
			sentences.add(before.why());
		}
		return sentences;
	}

	private static String whole(ProvedBefore.Part before, Fingerprint source) {
		List<String> whole = source.rows().keySet().stream().filter((name) -> !before.tables().contains(name)).toList();
		return whole.stream().limit(NAMED).collect(Collectors.joining(", "))
				+ ((whole.size() > NAMED) ? " and " + (whole.size() - NAMED) + " more" : "");
	}

}

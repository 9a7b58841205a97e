package io.shiplift.steps.ahead;

import java.util.Locale;
import java.util.Map;

import io.shiplift.data.MoveState;
import io.shiplift.mover.CopiedAhead;

/**
 * Says what the triggers cost a source while it was copied.
 */
final class TriggerCost {

	private TriggerCost() {
	}

	/** Of the phases those before the triggers do not count. */
	static String of(CopiedAhead copied, MoveState.Pace pace) {
		CopiedAhead.Overhead overhead = copied.overhead();
		double added = Math.max(0, overhead.loggedMicros() - overhead.bareMicros());
		long millis = pace.millisByPhase()
			.entrySet()
			.stream()
			.filter((phase) -> !phase.getKey().equals("look"))
			.mapToLong(Map.Entry::getValue)
			.sum();
		double writes = (copied.changes() + copied.waiting()) * 1000.0 / Math.max(1, millis);
		return String.format(Locale.ENGLISH,
				"Triggers make a write of one row %.1f \u00b5s longer (%.1f instead of %.1f, measured on the source)."
						+ " The app wrote %,.1f rows a second meanwhile, which costs %.2f ms of each second.",
				added, overhead.loggedMicros(), overhead.bareMicros(), writes, writes * added / 1000);
	}

}

package io.shiplift.migration.web;

import java.util.List;
import java.util.Optional;

import io.shiplift.migration.Past;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.step.RunKind;
import org.jspecify.annotations.Nullable;

/**
 * A kind of run with its newest run, whether what it did still stands, and why it cannot
 * be started now.
 */
record Stage(RunKind kind, @Nullable Run run, @Nullable Standing words, boolean done, String obstacle) {

	/** The stage as earlier runs and the newest plan leave it. */
	static Stage of(RunKind kind, Past past, int newestPlan) {
		Run run = past.runs().stream().filter((earlier) -> earlier.kind() == kind).findFirst().orElse(null);
		if (run == null) {
			return new Stage(kind, null, null, false, past.obstacle(kind));
		}
		boolean over = run.status() == RunStatus.DONE;
		Standing words = Standing.of(run);
		Optional<Run> undoing = undoing(run, past.runs());
		if (over && undoing.isPresent()) {
			words = new Standing("UNDONE", "undone by " + undoing.get().reference());
		}
		else if (over && run.planNumber() < newestPlan && !kind.backward()) {
			words = new Standing("DONE_WITH_WARNINGS", "done for plan " + run.planNumber());
		}
		return new Stage(kind, run, words, "DONE".equals(words.status()), past.obstacle(kind));
	}

	/** Whether the newest run of this kind goes on. */
	public boolean open() {
		return this.run != null && !this.run.status().isOver();
	}

	public boolean canStart() {
		return this.obstacle.isEmpty();
	}

	private static Optional<Run> undoing(Run run, List<Run> runs) {
		RunKind kind = (run.kind() == RunKind.CUTOVER) ? RunKind.RETURN : RunKind.TEARDOWN;
		return runs.stream()
			.filter((later) -> later.kind() == kind && later.status() == RunStatus.DONE && later.id() > run.id())
			.findFirst();
	}

}

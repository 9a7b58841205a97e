package io.shiplift.migration;

import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One picked step run, as a runner sees it: a snapshot that is valid while the fence is.
 */
public record StepTask(long stepRunId, long fence, String key, boolean backward, long teamId, String migrationId,
		long runId, RunKind kind, int generation, int attempt, Plan plan, @Nullable Decision decision) {

}

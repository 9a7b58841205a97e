package io.shiplift.steps;

import io.shiplift.data.DatabaseComparison.Scope;
import io.shiplift.fact.AheadCopied;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Invariant;
import io.shiplift.mover.Mark;
import io.shiplift.plan.Plan;
import io.shiplift.step.StepContext;

/**
 * How closely the plan wants a copy to be compared with its source.
 */
public final class ProofScope {

	private ProofScope() {
	}

	/** With what was proved of a copy that was made ahead, unless all is to be read. */
	public static Scope of(StepContext context) {
		Plan.SourceDatabase database = context.plan().database();
		Depth depth = Depth.valueOf(database.depth().name());
		Mark ahead = (depth == Depth.FAST && database.method() == Plan.SourceDatabase.Method.AHEAD)
				? context.find(AheadCopied.class)
					.map((copied) -> new Mark(context.migrationId(), copied.job()))
					.orElse(null)
				: null;
		return new Scope(depth, database.questions().stream().map((query) -> new Invariant(query, query)).toList(),
				ahead, database.tables());
	}

}

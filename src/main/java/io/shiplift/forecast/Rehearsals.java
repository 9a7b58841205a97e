package io.shiplift.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Kept;
import io.shiplift.fact.Measured;
import io.shiplift.fact.SchemaMigrated;

/**
 * Reads earlier moves from what their runs left.
 */
public final class Rehearsals {

	private Rehearsals() {
	}

	/** Every move that was measured, oldest first. */
	public static List<Rehearsed> of(List<Kept<DataCopied>> copied, List<Kept<DataVerified>> verified,
			List<Kept<SchemaMigrated>> migrated) {
		Map<Long, Long> verifications = millis(verified, DataVerified::millis);
		Map<Long, Long> migrations = millis(migrated, SchemaMigrated::millis);
		return copied.stream().flatMap((kept) -> move(kept).map((move) -> {
			Map<String, Long> millis = new HashMap<>(move.millisByPhase());
			Optional.ofNullable(verifications.get(kept.runId()))
				.ifPresent((took) -> millis.put(Phase.VERIFICATION.key(), took));
			Optional.ofNullable(migrations.get(kept.runId()))
				.ifPresent((took) -> millis.put(Phase.MIGRATIONS.key(), took));
			return new Rehearsed(move.at(), move.method(), move.load(), millis);
		}).stream()).toList();
	}

	private static Optional<Rehearsed> move(Kept<DataCopied> kept) {
		Measured measured = kept.fact().measured();
		if (measured == null) {
			return Optional.empty();
		}
		Load load = new Load(kept.fact().bytes(), measured.rows(), measured.lateBytes(), measured.tables(),
				measured.workers());
		return Optional.of(new Rehearsed(kept.at(), measured.method(), load, measured.millisByPhase()));
	}

	private static <F extends Fact> Map<Long, Long> millis(List<Kept<F>> facts, ToLongFunction<F> millis) {
		return facts.stream()
			.collect(Collectors.toMap(Kept::runId, (kept) -> millis.applyAsLong(kept.fact()), (old, newer) -> newer));
	}

}

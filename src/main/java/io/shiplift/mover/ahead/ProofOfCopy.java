package io.shiplift.mover.ahead;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.mover.Depth;
import io.shiplift.mover.Mark;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.VerifyJob;
import io.shiplift.mover.verify.Fingerprint;
import io.shiplift.mover.verify.ProvedBefore;
import io.shiplift.mover.verify.Sides;
import io.shiplift.mover.work.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Says what was proved of a copy that was made ahead while it was made. That holds as
 * long as its triggers stood all the time and noted every row that was touched.
 */
public final class ProofOfCopy implements ProvedBefore {

	private final Mark mark;

	private ProofOfCopy(Mark mark) {
		this.mark = mark;
	}

	/** What counts for a job: nothing if it is deep or of no copy made ahead. */
	public static ProvedBefore of(VerifyJob job) {
		Mark mark = job.mark();
		return (mark != null && job.depth() == Depth.FAST) ? new ProofOfCopy(mark)
				: (kept, source, target) -> Part.none("");
	}

	@Override
	public Part of(@Nullable Fingerprint kept, Snapshot source, Snapshot target) {
		try (Link from = Link.looking(source)) {
			if (!Limits.noted(from, this.mark)) {
				return without(kept, "The log of changes is gone");
			}
			List<Followed> tables = FollowedTables.read(from);
			List<String> gone = (kept != null) ? List.of() : new Triggers(from).gone(tables);
			if (!gone.isEmpty()) {
				return without(kept, "The triggers of " + gone.getFirst() + " do not stand any more");
			}
			List<Followed> some = (kept != null)
					? tables.stream().filter((table) -> kept.touched().containsKey(table.name())).toList()
					: proved(from, tables);
			return compare(from, target, some, kept == null);
		}
	}

	/** The tables that were proved and not emptied since. */
	static List<Followed> proved(Link source, List<Followed> tables) {
		Set<Long> proved = new HashSet<>(Baseline.read(source).tables());
		source.texts("select relid from " + Mark.SCHEMA + ".whole")
			.forEach((relid) -> proved.remove(Long.valueOf(relid)));
		return tables.stream().filter((table) -> table.keyed() && proved.contains(table.oid())).toList();
	}

	private static Part without(@Nullable Fingerprint kept, String why) {
		if (kept != null && !kept.touched().isEmpty()) {
			throw new MoverProblem(
					why + ", so the rows that were touched cannot be compared. Copy the database again.");
		}
		return Part.none(why + ", so every row was compared now.");
	}

	private static Part compare(Link source, Snapshot target, List<Followed> tables, boolean now) {
		Baseline baseline = Baseline.read(source);
		if (tables.isEmpty()) {
			return Part.none("");
		}
		try (Link there = Link.comparing(target.side())) {
			Touched touched = new Touched(source, tables, now);
			touched.carry(source, there);
			List<List<String>> lines = Sides.both(List.of(true, false),
					(first) -> first ? now ? touched.inSource(source) : List.<String>of() : touched.inTarget(there));
			return new Part(tables.stream().map(Followed::name).collect(Collectors.toSet()), baseline.at(),
					baseline.foreign(), lines.getFirst(), lines.getLast(), "");
		}
	}

}

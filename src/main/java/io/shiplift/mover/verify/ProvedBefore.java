package io.shiplift.mover.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.shiplift.mover.work.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Says which tables of a copy were proved before, so that only their rows are counted and
 * those compared that were touched since.
 */
public interface ProvedBefore {

	/**
	 * Looks at the source and at the rows that were touched. If something was
	 * {@code kept} of the source, these are the rows that were touched until then.
	 */
	Part of(@Nullable Fingerprint kept, Snapshot source, Snapshot target);

	/**
	 * Such tables and when they were proved; a condition by which rows are known that
	 * somebody else wrote to the target since; and lines for the fingerprints of both
	 * sides, with the rows that were touched. Without tables it may say why.
	 */
	record Part(Set<String> tables, String at, @Nullable String foreign, List<String> source, List<String> target,
			String why) {

		/** Every row has to be read. */
		public static Part none(String why) {
			return new Part(Set.of(), "", null, List.of(), List.of(), why);
		}

		Part without(Set<String> some) {
			Set<String> rest = new HashSet<>(this.tables);
			rest.removeAll(some);
			return new Part(rest, this.at, this.foreign, others(this.source, some), others(this.target, some),
					"Somebody else wrote to " + String.join(", ", some) + " in the target since, so every row of that"
							+ " was compared now.");
		}

		private static List<String> others(List<String> lines, Set<String> some) {
			return lines.stream().filter((line) -> !some.contains(Fingerprint.subject(line))).toList();
		}

	}

}

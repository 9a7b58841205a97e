package io.shiplift.mover;

import java.util.List;

/**
 * Compares a restored database with what was read out of its backup file.
 */
public record FileCheckJob(Comparison.Moment source, Side target, List<Restored.Rows> rows,
		int workers) implements Job {

}

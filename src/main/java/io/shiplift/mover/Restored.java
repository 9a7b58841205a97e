package io.shiplift.mover;

import java.util.List;

/**
 * What came of a backup file: what it holds, what was restored and what was left out. The
 * rows are those of the file, counted in the file.
 */
public record Restored(BackupContents contents, List<Rows> tables, List<LeftOut> leftOut) {

	/**
	 * The rows of a table as they stand in a file: how many, and the sum of the hashes of
	 * their text. The text is not {@code comparable} where it depends on settings of the
	 * server that was dumped. A count below zero is not known.
	 */
	public record Rows(String table, String columns, long count, long hash, boolean comparable) {

	}

	/**
	 * An object that was not restored, and the name of the rule that says why.
	 */
	public record LeftOut(String object, String rule) {

	}

}

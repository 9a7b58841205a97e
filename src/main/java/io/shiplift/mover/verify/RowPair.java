package io.shiplift.mover.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.mover.MoverProblem;

/**
 * Some rows of a table on both sides, by their keys.
 */
public record RowPair(KeyedTable table, Map<String, Row> source, Map<String, Row> target) {

	/** Rows that are read of a side at most. */
	private static final int MOST = 50_000;

	static Map<Long, String> sums(Connection session, String question) {
		Map<Long, String> sums = new HashMap<>();
		try (Statement statement = session.createStatement(); ResultSet row = statement.executeQuery(question)) {
			while (row.next()) {
				sums.put(row.getLong(1), row.getString(2));
			}
			return sums;
		}
		catch (SQLException ex) {
			throw new MoverProblem("Rows that differ could not be named.", ex);
		}
	}

	/** Rows that are there twice are counted. */
	static Map<String, Row> read(Connection session, String question) throws SQLException {
		Map<String, Row> rows = new TreeMap<>();
		try (Statement statement = session.createStatement()) {
			statement.setMaxRows(MOST);
			try (ResultSet row = statement.executeQuery(question)) {
				while (row.next()) {
					String[] hashes = (String[]) row.getArray(3).getArray();
					rows.merge(row.getString(1), new Row(row.getString(2), List.of(hashes), 1), Row::again);
				}
			}
		}
		return rows;
	}

	/** What differs, for rows that were read elsewhere; both are by their keys. */
	public static List<String> sentences(String table, List<String> keys, List<String> columns, Map<String, Row> source,
			Map<String, Row> target) {
		return new RowPair(new KeyedTable(table, keys, List.of(), columns, List.of()), source, target).sentences();
	}

	List<String> sentences() {
		List<String> sentences = new ArrayList<>();
		this.source.forEach((key, row) -> {
			Row copied = this.target.get(key);
			if (copied == null || copied.times() < row.times()) {
				sentences.add(said(row) + " is missing in the target.");
			}
			else if (!copied.hashes().equals(row.hashes())) {
				sentences.add(said(row) + " differs in " + columns(row, copied) + ".");
			}
		});
		this.target.forEach((key, row) -> {
			Row original = this.source.get(key);
			if (original == null || original.times() < row.times()) {
				sentences.add(said(row) + " is in the target but not in the source.");
			}
		});
		return sentences;
	}

	private String said(Row row) {
		return "Row " + (this.table.hasKey() ? String.join(", ", this.table.keys()) + " = " : "") + row.shown() + " of "
				+ this.table.name();
	}

	private String columns(Row row, Row copied) {
		List<String> different = new ArrayList<>();
		for (int index = 0; index < row.hashes().size(); index++) {
			if (!row.hashes().get(index).equals(copied.hashes().get(index))) {
				different.add(this.table.columns().get(index));
			}
		}
		return String.join(", ", different);
	}

	/**
	 * What is shown of a row's key, the hashes of its columns, and how often it is there.
	 */
	public record Row(String shown, List<String> hashes, int times) {

		public Row again(Row other) {
			return new Row(this.shown, this.hashes, this.times + other.times);
		}

	}

}

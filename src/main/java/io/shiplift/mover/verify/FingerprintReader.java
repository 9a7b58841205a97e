package io.shiplift.mover.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import io.shiplift.mover.Hash;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Lanes;
import io.shiplift.mover.work.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fingerprint of a database as it is in one snapshot, with several lanes side
 * by side, without changing it.
 */
public final class FingerprintReader {

	/** What large objects together are called. */
	public static final String LARGE_OBJECTS = "large objects";

	/** The first version that finds rows by page without reading the whole table. */
	private static final int SPLITS = 14;

	private final Snapshot snapshot;

	private final Hash hash;

	private final int workers;

	private final Fingerprint fingerprint = new Fingerprint();

	private Set<String> counted = Set.of();

	private @Nullable String foreign;

	private List<HashedTable> tables = List.of();

	private boolean withLargeObjects;

	public FingerprintReader(Snapshot snapshot, Hash hash, int workers) {
		this.snapshot = snapshot;
		this.hash = hash;
		this.workers = workers;
	}

	/**
	 * Of these tables only the rows are counted, and those for which a condition holds.
	 * It can be said after the look.
	 */
	public FingerprintReader counting(Set<String> tables, @Nullable String condition) {
		this.counted = tables;
		this.foreign = condition;
		return this;
	}

	/** All of it. */
	public Fingerprint read() {
		look((table) -> true);
		return hash(null);
	}

	/** A line for each thing that a database is made of. */
	public static List<String> things(Connection session) throws SQLException {
		return Questions.ask(Questions.settle(session), Questions.script("catalogue.sql"));
	}

	/** Only what the database is made of and where its sequences stand. */
	public Fingerprint catalogue() {
		look((table) -> false);
		return this.fingerprint;
	}

	/**
	 * Reads the catalogue and answers how many bytes there are to be hashed. Tables are
	 * known by their quoted names; large objects are a table of that name.
	 */
	public long look(Predicate<String> tables) {
		try {
			Connection session = Questions.settle(this.snapshot.holder());
			Questions.ask(session, Questions.script("catalogue.sql")).forEach(this.fingerprint::add);
			for (String question : Questions.ask(session, Questions.script("sequences.sql"))) {
				Questions.ask(session, question).forEach(this.fingerprint::add);
			}
			this.tables = tables(session).stream().filter((table) -> tables.test(table.name())).toList();
			this.withLargeObjects = tables.test(LARGE_OBJECTS);
			return this.tables.stream().mapToLong(HashedTable::bytes).sum();
		}
		catch (SQLException ex) {
			throw new MoverProblem("The catalogue could not be read. " + SqlSentences.say(this.snapshot.side(), ex),
					ex);
		}
	}

	/**
	 * Counts and hashes the rows of the tables that were looked for. The session that
	 * holds the snapshot is the first lane.
	 */
	public Fingerprint hash(@Nullable Listener listener) {
		AtomicBoolean holding = new AtomicBoolean();
		Lanes.run(this.workers, parts(), () -> {
			boolean first = holding.compareAndSet(false, true);
			return new HashLane(this.snapshot.side(),
					first ? this.snapshot.holder() : Questions.settle(this.snapshot.join()), first, this.fingerprint,
					listener);
		});
		return this.fingerprint;
	}

	/**
	 * All of it in the session that holds the snapshot alone, which never waits for a
	 * lock behind somebody who waits for the holder's.
	 */
	@SuppressWarnings("resource")
	public Fingerprint readAlone() {
		look((table) -> true);
		HashLane lane = new HashLane(this.snapshot.side(), this.snapshot.holder(), true, this.fingerprint, null);
		parts().forEach(lane::take);
		return this.fingerprint;
	}

	private List<HashedTable.Part> parts() {
		long bytes = this.tables.stream().mapToLong(HashedTable::bytes).sum();
		List<HashedTable.Part> all = new ArrayList<>();
		this.tables.stream()
			.map((table) -> this.counted.contains(table.name()) ? table.counted(this.foreign) : table)
			.forEach((table) -> all.addAll(table.parts(bytes / (this.workers * 4L))));
		all.sort(Comparator.comparing(HashedTable.Part::bytes).reversed());
		if (this.withLargeObjects) {
			all.addAll(largeObjects());
		}
		return all;
	}

	private List<HashedTable> tables(Connection session) throws SQLException {
		boolean splits = session.getMetaData().getDatabaseMajorVersion() >= SPLITS;
		List<HashedTable> tables = new ArrayList<>();
		try (Statement statement = session.createStatement();
				ResultSet row = statement.executeQuery(Questions.script("tables.sql"))) {
			while (row.next()) {
				tables.add(new HashedTable(row.getString(1), row.getString(2),
						row.getString((this.hash == Hash.VALUES) ? 3 : 4), row.getString(5),
						splits ? row.getLong(6) : 0, row.getLong(7), null));
			}
		}
		return tables;
	}

	private List<HashedTable.Part> largeObjects() {
		List<HashedTable.Part> some = new ArrayList<>();
		for (int lane = 0; lane < this.workers; lane++) {
			some.add(new HashedTable.Part(LARGE_OBJECTS, Questions.script("objects.sql").formatted(this.workers, lane),
					0));
		}
		return some;
	}

	/**
	 * Hears how many bytes of a table were hashed.
	 */
	public interface Listener {

		void done(String table, long bytes);

	}

}

package io.shiplift.mover.ahead;

import java.util.List;

import io.shiplift.mover.Mark;
import io.shiplift.mover.Names;

/**
 * Measures on the source itself what a trigger costs a write, on a table made for it, so
 * that no row of the user is touched.
 */
final class Probe {

	private static final int WRITES = 500;

	private static final int ROUNDS = 3;

	private static final String TABLE = Mark.SCHEMA + ".probe";

	private static final String FUNCTION = Mark.SCHEMA + ".probe()";

	/**
	 * Microseconds of one write, of which a quarter each inserts, changes, changes the
	 * key, and deletes.
	 */
	private static final String BODY = """
			declare
				began timestamptz := clock_timestamp();
			begin
				for n in 1..%1$d loop
					insert into %2$s values (n, 'as a row may be', now());
					update %2$s set word = 'as another row may be' where id = n;
					update %2$s set id = -n where id = n;
					delete from %2$s where id = -n;
				end loop;
				return extract(epoch from clock_timestamp() - began) * 1000000 / (4 * %1$d);
			end""".formatted(WRITES, TABLE);

	private final Link source;

	Probe(Link source) {
		this.source = source;
	}

	/**
	 * Microseconds of one write without and with a trigger. It also proves that a trigger
	 * works on this server, before any table of the user has one.
	 */
	Cost measure() {
		Followed probe = table();
		this.source.run("create table " + TABLE + " (id bigint primary key, word text, at timestamptz)",
				"create table " + probe.log() + " as select id as k0 from " + TABLE + " with no data",
				"create function " + FUNCTION
						+ " returns double precision language plpgsql set search_path = pg_catalog as "
						+ Names.literal(BODY),
				Triggers.function(probe.rowFunction(), Triggers.rows(probe)));
		double bare = best();
		this.source.run("create trigger " + Triggers.ROWS + " after insert or update or delete on " + TABLE
				+ " for each row execute function " + probe.rowFunction());
		double logged = best();
		this.source.run("drop table " + TABLE + ", " + probe.log(), "drop function " + FUNCTION,
				"drop function " + probe.rowFunction());
		return new Cost(bare, logged);
	}

	/** The best of some, as others use the server meanwhile. */
	private double best() {
		double best = Double.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			best = Math.min(best, Double.parseDouble(this.source.text("select " + FUNCTION)));
		}
		return Math.round(best * 10) / 10.0;
	}

	private static Followed table() {
		return new Followed(0, TABLE, "", "", false, false, List.of(new Followed.Key("id", "operator(pg_catalog.=)")));
	}

	/**
	 * Microseconds of one write.
	 */
	record Cost(double bare, double logged) {

	}

}

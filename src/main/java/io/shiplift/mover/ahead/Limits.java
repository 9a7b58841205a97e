package io.shiplift.mover.ahead;

import java.util.List;

import io.shiplift.mover.Mark;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.work.Report;

/**
 * What must be allowed before anything is changed on either side.
 */
final class Limits {

	/** Seconds after which an open transaction is worth a word. */
	private static final long LONG = 60;

	private Limits() {
	}

	/** Refuses a source that cannot be followed. */
	static void check(Link source, Report report) {
		if ("t".equals(source.text("select pg_is_in_recovery()"))) {
			throw new MoverProblem("The source is a follower that only reads, so no trigger can be made in it."
					+ " Use the address of the leader, or copy in the window.");
		}
		if (!"t".equals(source.text("select has_database_privilege(current_database(), 'CREATE')"))) {
			throw new MoverProblem("User " + source.side().user() + " may not make a schema in database "
					+ source.side().database()
					+ ", which copying ahead needs for its log. Nothing was changed. Use the address of the owner"
					+ " (grant create on database would do, too), or copy in the window.");
		}
		String seconds = source.text("""
				select coalesce(extract(epoch from max(now() - xact_start))::bigint, 0)::text from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid()""");
		if (Long.parseLong(seconds) >= LONG) {
			report.warning("A transaction is open on the source for " + seconds
					+ " s. Triggers of the tables it uses have to wait until it ends.");
		}
	}

	/** Refuses a log that is not of this migration; answers whether there is one. */
	static boolean marked(Link source, Mark mark) {
		List<String> comments = source.texts(
				"select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = '" + Mark.SCHEMA + "'");
		if (!comments.isEmpty() && !comments.getFirst().startsWith(mark.prefix())) {
			throw new MoverProblem("The source has a schema " + Mark.SCHEMA
					+ " that is not of this migration. Shiplift leaves it alone: see whose it is, then remove or rename it.");
		}
		return !comments.isEmpty();
	}

	/** Whether there is a log of that very attempt. */
	static boolean noted(Link source, Mark mark) {
		return source
			.text("select coalesce(obj_description(to_regnamespace('" + Mark.SCHEMA + "')::oid, 'pg_namespace'), '')")
			.equals(mark.text());
	}

	/** Lets a session of the target leave out triggers and foreign keys. */
	static void letLeaveOutTriggers(Link target, Side changer) {
		try {
			target.run("set session_replication_role = replica");
		}
		catch (MoverProblem ex) {
			throw new MoverProblem(
					"User " + changer.user() + " of the target may not leave out triggers and foreign keys,"
							+ " which catching up needs. The master user of RDS may; elsewhere a superuser allows it:"
							+ " grant set on parameter session_replication_role to " + changer.user()
							+ " (PostgreSQL 15 and later). Or copy in the window, which does not need it.",
					ex);
		}
	}

}

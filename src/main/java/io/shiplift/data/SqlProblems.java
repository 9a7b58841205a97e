package io.shiplift.data;

import java.sql.SQLException;

import io.shiplift.mover.MysqlSentences;
import io.shiplift.mover.SqlSentences;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;

/**
 * Says what an error of the driver means for a step.
 */
final class SqlProblems {

	private SqlProblems() {
	}

	static OutsideProblem of(String attempt, DatabaseAddress address, SQLException ex) {
		return new OutsideProblem(kind(address, SqlSentences.state(ex)),
				attempt + " did not work out. " + say(address, ex), ex);
	}

	/** A sentence or two without any secret. */
	static String say(DatabaseAddress address, SQLException ex) {
		return address.foreign() ? MysqlSentences.say(address.side(), ex) : SqlSentences.say(address.side(), ex);
	}

	private static Kind kind(DatabaseAddress address, String state) {
		if (address.foreign() && state.startsWith("42")) {
			return Kind.NEEDS_PERSON;
		}
		if (state.startsWith("28") || state.equals("3D000") || state.equals("42501")) {
			return Kind.NEEDS_PERSON;
		}
		if (state.equals("08006") || state.isEmpty()) {
			return Kind.UNKNOWN;
		}
		boolean passing = state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
				|| state.startsWith("40") || state.equals("55P03") || state.equals("55006");
		return passing ? Kind.TRANSIENT : Kind.REFUSED;
	}

}

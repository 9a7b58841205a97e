package io.shiplift.mover.ahead;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.mover.Mark;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.verify.FingerprintReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the source was made of when its copy began. It must stay so until the copy is
 * finished.
 */
final class Catalogue {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final int NAMED = 3;

	private static final String THING = "[\"thing\", ";

	/** Freezing the source is one. */
	private static final String SETTING = THING + "\"Setting\"";

	private final Link source;

	Catalogue(Link source) {
		this.source = source;
	}

	/** Notes it beside the log. */
	void note() {
		this.source.run("begin", "create table " + Mark.SCHEMA + ".catalogue (line text not null)");
		try (PreparedStatement insert = this.source.connection()
			.prepareStatement("insert into " + Mark.SCHEMA + ".catalogue values (?)")) {
			for (String line : now()) {
				insert.setString(1, line);
				insert.addBatch();
			}
			insert.executeBatch();
		}
		catch (SQLException ex) {
			throw this.source.problem(ex);
		}
		this.source.run("commit");
	}

	/** Refuses to go on if it has changed. */
	void check() {
		Set<String> before = new HashSet<>(this.source.texts("select line from " + Mark.SCHEMA + ".catalogue"));
		Set<String> now = new HashSet<>(now());
		List<String> changed = Stream
			.concat(now.stream().filter((line) -> !before.contains(line)),
					before.stream().filter((line) -> !now.contains(line)))
			.map(Catalogue::thing)
			.distinct()
			.sorted()
			.toList();
		if (!changed.isEmpty()) {
			throw new MoverProblem("The source was changed while it was copied: "
					+ changed.stream().limit(NAMED).collect(Collectors.joining(", "))
					+ ((changed.size() > NAMED) ? " and " + (changed.size() - NAMED) + " more" : "")
					+ ". A copy made ahead cannot take that over. Start again: the copy begins anew, and no release of the"
					+ " app may change tables until it is finished.");
		}
	}

	private List<String> now() {
		try {
			return FingerprintReader.things(this.source.connection())
				.stream()
				.filter((line) -> line.startsWith(THING) && !line.startsWith(SETTING))
				.toList();
		}
		catch (SQLException ex) {
			throw this.source.problem(ex);
		}
	}

	private static String thing(String line) {
		return json.readTree(line).get(1).asString() + " " + json.readTree(line).get(2).asString();
	}

}

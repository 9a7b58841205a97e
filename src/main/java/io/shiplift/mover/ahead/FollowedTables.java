package io.shiplift.mover.ahead;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.work.Scripts;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of a source that are followed while it is in use.
 */
final class FollowedTables {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final int NAMED = 5;

	private FollowedTables() {
	}

	static List<Followed> read(Link source) {
		List<Followed> tables = new ArrayList<>();
		List<String> foreign = new ArrayList<>();
		for (List<String> row : source.rows(Scripts.afterPlainTypes(FollowedTables.class, "followed.sql"))) {
			tables.add(new Followed(Long.parseLong(row.get(0)), row.get(1), row.get(2), row.get(3), truth(row.get(4)),
					truth(row.get(5)), keys(row.get(6), row.get(7))));
			if (!truth(row.get(8))) {
				foreign.add(row.get(1));
			}
		}
		if (!foreign.isEmpty()) {
			throw new MoverProblem("User " + source.side().user() + " is not the owner of " + foreign.size()
					+ " tables (" + foreign.stream().limit(NAMED).collect(Collectors.joining(", "))
					+ "), so triggers cannot follow them. Use the address of their owner, or copy in the window.");
		}
		return tables;
	}

	private static List<Followed.Key> keys(String names, String operators) {
		String[] columns = json.readValue(names, String[].class);
		String[] equalities = json.readValue(operators, String[].class);
		List<Followed.Key> keys = new ArrayList<>();
		for (int index = 0; index < columns.length; index++) {
			keys.add(new Followed.Key(columns[index], equalities[index]));
		}
		return keys;
	}

	private static boolean truth(String text) {
		return "t".equals(text);
	}

}

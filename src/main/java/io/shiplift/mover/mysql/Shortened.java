package io.shiplift.mover.mysql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;

/**
 * Names that PostgreSQL can keep: 63 bytes, and one for each index of a schema.
 */
final class Shortened {

	private static final int LONGEST = 63;

	private static final int KEPT = 54;

	private Shortened() {
	}

	/** The name itself if it is short enough, else its beginning and a hash. */
	static String of(String name) {
		if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
			return name;
		}
		String start = name;
		while (start.getBytes(StandardCharsets.UTF_8).length > KEPT) {
			start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
		}
		return start + "_" + HexFormat.of().formatHex(RowHash.md5(name.getBytes(StandardCharsets.UTF_8)), 0, 4);
	}

	/** A name that nobody has taken yet, and is taken now. */
	static String free(Set<String> taken, String table, String name) {
		String chosen = of(name);
		if (taken.contains(chosen)) {
			chosen = of(table + "_" + name);
		}
		for (int number = 2; taken.contains(chosen); number++) {
			chosen = of(table + "_" + name + "_" + number);
		}
		taken.add(chosen);
		return chosen;
	}

	/** For people: on one line and without quotes. */
	static String shown(String name) {
		return name.replaceAll("\\p{Cntrl}", " ").replace("\"", "");
	}

}

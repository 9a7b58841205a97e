package io.shiplift.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What moves took on two cores that both servers and the mover shared, for databases of
 * 1.2 and 5.8 GB. They speak as long as nothing was rehearsed.
 */
final class GeneralFigures {

	private static final Load SMALL = new Load(730_000_000L, 4_000_000, 1_600_000_000L, 31, 2);

	private static final Load LARGE = new Load(3_600_000_000L, 20_000_000, 8_000_000_000L, 31, 2);

	private static final List<Rehearsed> ALL = List.of(
			of("WINDOW", SMALL,
					Map.of("look", 300L, "tables", 1_200L, "rows", 7_500L, "indexes", 9_600L, "statistics", 1_000L,
							"fingerprint", 2_300L)),
			of("WINDOW", LARGE,
					Map.of("look", 300L, "tables", 1_200L, "rows", 36_000L, "indexes", 70_000L, "statistics", 1_500L,
							"fingerprint", 11_500L)),
			of("AHEAD", SMALL, Map.of("changes", 1_300L, "look", 300L)),
			of("BACKUP", SMALL, Map.of("look", 300L, "tables", 1_200L, "statistics", 1_000L, "backup", 38_700L)),
			of("BACKUP", LARGE, Map.of("look", 300L, "tables", 1_200L, "statistics", 1_500L, "backup", 215_900L)));

	private GeneralFigures() {
	}

	static List<Rehearsed> of(String method) {
		return ALL.stream().filter((figure) -> figure.method().equals(method)).toList();
	}

	private static Rehearsed of(String method, Load load, Map<String, Long> millis) {
		Map<String, Long> all = new java.util.HashMap<>(millis);
		all.put("verification", load.bytes() * (method.equals("AHEAD") ? 6 : 23) / 7_300_000);
		all.put("migrations", 3_000L);
		return new Rehearsed(Instant.EPOCH, method, load, Map.copyOf(all));
	}

}

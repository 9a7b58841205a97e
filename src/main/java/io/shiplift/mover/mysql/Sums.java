package io.shiplift.mover.mysql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.mover.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of a fingerprint of either side, in the same words.
 */
final class Sums {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final Shape shape;

	Sums(Shape shape) {
		this.shape = shape;
	}

	/** How the owner of a sequence is called. */
	static String owner(Pair pair) {
		return pair.schema() + "." + pair.table();
	}

	static String line(@Nullable Object... parts) {
		return json.writeValueAsString(parts);
	}

	static String moment(String version) {
		return line("moment", Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString(), version);
	}

	/** What the target should be made of. */
	List<String> structure(MysqlCatalogue catalogue, List<Pair> pairs) throws SQLException {
		List<String> lines = new ArrayList<>(List.of(moment(catalogue.version())));
		Set<String> paired = new HashSet<>();
		Map<String, Pair> byName = pairs.stream()
			.collect(Collectors.toMap((pair) -> pair.source().name(), Function.identity()));
		for (Pair pair : pairs) {
			paired.add(pair.source().name());
			new Expected(pair, this.shape, byName).add(lines);
		}
		catalogue.tables()
			.stream()
			.filter((table) -> !paired.contains(table.name()))
			.forEach((table) -> lines
				.add(line("thing", "Table", "public." + Shortened.shown(Shortened.of(table.name())), "")));
		return lines;
	}

	/** The last numbers that the source gave. */
	List<String> given(Counters counters, List<Pair> pairs) {
		Map<String, Pair> owners = owners(pairs);
		List<String> lines = new ArrayList<>();
		for (Counters.Counter counter : counters.all()) {
			Pair pair = owners.get(counter.table());
			if (pair != null) {
				BigDecimal given = Counters.given(pair, counter.column());
				lines.add(line("sequence", counter.name(), (given != null) ? given : BigDecimal.ZERO, null));
			}
		}
		return lines;
	}

	/** The last numbers that the target gave, and the highest it holds. */
	List<String> positions(Connection target, List<Pair> pairs) throws SQLException {
		Map<String, Pair> owners = owners(pairs);
		List<String> lines = new ArrayList<>();
		for (Counters.Counter counter : Counters.read(target).all()) {
			Pair pair = owners.get(counter.table());
			if (pair != null) {
				lines.add(line("sequence", counter.name(), Counters.position(target, counter),
						Counters.highest(target, counter, pair)));
				pair.columns()
					.stream()
					.filter((column) -> column.name().equals(counter.column()) && column.source().counts())
					.forEach((column) -> lines.add(Expected.counting(pair, column)));
			}
		}
		return lines;
	}

	/** Count and hash of all rows of a table. */
	String rows(Pair pair, Consumer<SourceRows.Taker> rows) {
		RowHash hash = new RowHash();
		List<Canon> canons = pair.columns().stream().map(Canon::new).toList();
		rows.accept((values) -> hash.add(canonical(canons, values)));
		return line("rows", pair.name(), hash.rows(), hash.sum().toString());
	}

	static byte[] @Nullable [] canonical(List<Canon> canons, byte[] @Nullable [] values) {
		byte[] @Nullable [] canonical = new byte[values.length][];
		for (int index = 0; index < values.length; index++) {
			canonical[index] = canons.get(index).of(values[index]);
		}
		return canonical;
	}

	private static Map<String, Pair> owners(List<Pair> pairs) {
		return pairs.stream().collect(Collectors.toMap(Sums::owner, Function.identity()));
	}

}

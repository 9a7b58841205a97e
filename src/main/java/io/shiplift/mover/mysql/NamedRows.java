package io.shiplift.mover.mysql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.shiplift.mover.verify.RowPair;
import org.jspecify.annotations.Nullable;

/**
 * Names the rows in which a table differs from its source. Rows are divided into buckets
 * by their keys; only a few buckets that differ are held in memory.
 */
final class NamedRows {

	private static final int BUCKETS = 4096;

	private static final int READ = 8;

	private static final int NAMED = 20;

	private static final int MOST = 50_000;

	private final Pair pair;

	private final List<Canon> canons;

	private final List<Integer> key;

	private final RowHash hash = new RowHash();

	NamedRows(Pair pair) {
		this.pair = pair;
		this.canons = pair.columns().stream().map(Canon::new).toList();
		this.key = pair.key();
	}

	/** A sentence for each row, for so many of them. */
	List<String> name(Consumer<SourceRows.Taker> source, Consumer<SourceRows.Taker> target) {
		Map<Integer, String> sums = sums(source);
		Map<Integer, String> others = sums(target);
		TreeSet<Integer> all = new TreeSet<>(sums.keySet());
		all.addAll(others.keySet());
		List<Integer> differing = all.stream()
			.filter((bucket) -> !sums.getOrDefault(bucket, "").equals(others.get(bucket)))
			.toList();
		Set<Integer> some = Set.copyOf(differing.subList(0, Math.min(READ, differing.size())));
		if (some.isEmpty()) {
			return List.of();
		}
		List<String> keys = this.key.stream().map((index) -> this.pair.columns().get(index).name()).toList();
		List<String> columns = this.pair.columns().stream().map(Pair.Column::name).toList();
		List<String> named = RowPair.sentences(this.pair.name(), keys, columns, rows(source, some), rows(target, some));
		if (named.size() <= NAMED && differing.size() <= READ) {
			return named;
		}
		List<String> shortened = new ArrayList<>(named.subList(0, Math.min(NAMED, named.size())));
		shortened.add("More rows of " + this.pair.name() + " differ.");
		return shortened;
	}

	private Map<Integer, String> sums(Consumer<SourceRows.Taker> rows) {
		Map<Integer, RowHash> sums = new HashMap<>();
		rows.accept((values) -> {
			byte[] @Nullable [] canonical = Sums.canonical(this.canons, values);
			sums.computeIfAbsent(bucket(keyHash(canonical)), (bucket) -> new RowHash()).add(canonical);
		});
		return sums.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> entry.getValue().rows() + " " + entry.getValue().sum()));
	}

	private Map<String, RowPair.Row> rows(Consumer<SourceRows.Taker> side, Set<Integer> buckets) {
		Map<String, RowPair.Row> rows = new TreeMap<>();
		side.accept((values) -> {
			byte[] @Nullable [] canonical = Sums.canonical(this.canons, values);
			byte[] identity = keyHash(canonical);
			if (buckets.contains(bucket(identity)) && rows.size() < MOST) {
				List<String> hashes = new ArrayList<>();
				for (byte @Nullable [] value : canonical) {
					hashes.add((value != null) ? HexFormat.of().formatHex(RowHash.md5(value)) : "");
				}
				rows.merge(HexFormat.of().formatHex(identity), new RowPair.Row(shown(canonical, identity), hashes, 1),
						RowPair.Row::again);
			}
		});
		return rows;
	}

	private byte[] keyHash(byte[] @Nullable [] canonical) {
		return this.hash.of(this.key.isEmpty() ? canonical : CopyText.some(canonical, this.key));
	}

	private static int bucket(byte[] identity) {
		return ((identity[0] & 255) << 8 | identity[1] & 255) & (BUCKETS - 1);
	}

	private String shown(byte[] @Nullable [] canonical, byte[] identity) {
		return this.key.isEmpty() ? "#" + HexFormat.of().formatHex(identity, 0, 4)
				: this.key.stream()
					.map((index) -> SourceRows.shown(this.pair.columns().get(index), canonical[index]))
					.collect(Collectors.joining(", "));
	}

}

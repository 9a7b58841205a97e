package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the zone of the practice world as anybody can who asks its name servers.
 */
final class ZoneView {

	private final JdbcClient jdbc;

	private final String world;

	ZoneView(JdbcClient jdbc, String world) {
		this.jdbc = jdbc;
		this.world = world;
	}

	/** Since when the zone has held this record, if it does. */
	Optional<Instant> since(String name, String type, String value) {
		return this.jdbc
			.sql("select content, appeared_at from practice_dns_record where world = ? and name = ? and type = ?"
					+ " and stands")
			.params(this.world, plain(name), type)
			.query((row, number) -> Map.entry(row.getString("content"), Column.instant(row, "appeared_at")))
			.list()
			.stream()
			.filter((record) -> plain(record.getKey()).equals(plain(value)))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	private static String plain(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
	}

}

package io.shiplift.practice.dns;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.shiplift.dns.DnsHost.DnsRecord;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.Worlds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of records that stand and stood.
 */
@Component
@ConditionalOnPractice
class Records {

	private final JdbcClient jdbc;

	private final Worlds worlds;

	Records(JdbcClient jdbc, Worlds worlds) {
		this.jdbc = jdbc;
		this.worlds = worlds;
	}

	/** Makes the world's zone unless it exists; of two at once, one wins. */
	void begin(String world, Instant now) {
		this.worlds.begin("practice_dns_record", world,
				() -> Zone.RECORDS.forEach((record) -> add(world, record, now.minus(1, ChronoUnit.DAYS))));
	}

	List<DnsRecord> standing(String world, String name) {
		return this.jdbc
			.sql("select name, type, content, ttl from practice_dns_record"
					+ " where world = ? and name = ? and stands order by type, content")
			.params(world, name)
			.query((row, number) -> new DnsRecord(row.getString("name"), row.getString("type"),
					row.getString("content"), row.getLong("ttl")))
			.list();
	}

	History history(String world, String name) {
		return new History(this.jdbc
			.sql("select name, type, content, ttl, appeared_at, removed_at from practice_dns_record"
					+ " where world = ? and name = ? order by id")
			.params(world, name)
			.query((row, number) -> {
				OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
				return new History.Entry(
						new DnsRecord(row.getString("name"), row.getString("type"), row.getString("content"),
								row.getLong("ttl")),
						row.getObject("appeared_at", OffsetDateTime.class).toInstant(),
						(removed != null) ? removed.toInstant() : null);
			})
			.list());
	}

	/** Takes a record away; false if it does not stand exactly so. */
	boolean remove(String world, DnsRecord record, Instant now) {
		return this.jdbc
			.sql("update practice_dns_record set stands = null, removed_at = ?"
					+ " where world = ? and name = ? and type = ? and content = ? and ttl = ? and stands")
			.params(now.atOffset(ZoneOffset.UTC), world, record.name(), record.type(), record.value(), record.ttl())
			.update() == 1;
	}

	void add(String world, DnsRecord record, Instant now) {
		this.jdbc
			.sql("insert into practice_dns_record (world, name, type, content, ttl, appeared_at, stands)"
					+ " values (?, ?, ?, ?, ?, ?, true)")
			.params(world, record.name(), record.type(), record.value(), record.ttl(), now.atOffset(ZoneOffset.UTC))
			.update();
	}

}

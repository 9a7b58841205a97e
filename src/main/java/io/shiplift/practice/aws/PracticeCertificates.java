package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.aws.Certificates;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Change;
import io.shiplift.practice.Fate;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * ACM of the practice world: a certificate is issued some time after the zone holds the
 * validation record of every domain.
 */
final class PracticeCertificates implements Certificates {

	private static final double RECORDS_AFTER = 20;

	private static final double ISSUED_AFTER = 60;

	private final Ground ground;

	private final Place place;

	private final JdbcClient jdbc;

	private final ZoneView zone;

	private final Usage usage;

	PracticeCertificates(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.jdbc = ground.jdbc();
		this.zone = new ZoneView(ground.jdbc(), place.world());
		this.usage = new Usage(ground, place);
	}

	@Override
	public Optional<Certificate> find(Map<String, String> tags) {
		this.ground.look(this.place, "certificates", "find", tags.getOrDefault("shiplift:step", ""));
		return rows().reversed()
			.stream()
			.filter((row) -> row.tags().entrySet().containsAll(tags.entrySet()))
			.map(this::certificate)
			.findFirst();
	}

	@Override
	public void request(List<String> domains, Map<String, String> tags, String token) {
		String target = domains.isEmpty() ? "" : domains.getFirst();
		this.ground.process(Ground.call(this.place, "certificates", "request", token, target),
				(fate) -> request(domains, tags, token, fate));
	}

	private Change<Boolean> request(List<String> domains, Map<String, String> tags, String token, Fate fate) {
		if (domains.isEmpty()) {
			throw new OutsideProblem(Kind.REFUSED, "A certificate needs at least one domain");
		}
		if (rows().stream().anyMatch((row) -> row.token().equals(token))) {
			return Change.none(true);
		}
		String id = this.place.hex("certificate/" + token, 32);
		this.jdbc
			.sql("insert into practice_certificate (world, arn, domains, tags, token, fate, requested_at)"
					+ " values (?, ?, ?, ?, ?, ?, ?)")
			.params(this.place.world(), this.place.arn("acm", "certificate/" + id), Column.write(domains),
					Column.write(tags), token, fate.name(), Column.time(this.ground.now()))
			.update();
		return Change.created(true);
	}

	@Override
	public void delete(String arn, String token) {
		this.ground.effect(Ground.call(this.place, "certificates", "delete", token, arn), () -> {
			if (this.usage.inEnvironment(arn)) {
				throw new OutsideProblem(Kind.TRANSIENT, "The certificate is still in use by a load balancer: " + arn);
			}
			int rows = this.jdbc.sql("delete from practice_certificate where world = ? and arn = ?")
				.params(this.place.world(), arn)
				.update();
			return (rows > 0) ? Change.deleted(true) : Change.none(true);
		});
	}

	List<Row> rows() {
		return this.jdbc
			.sql("select id, arn, domains, tags, token, fate, requested_at, issued_at from practice_certificate"
					+ " where world = ? order by id")
			.param(this.place.world())
			.query((row, number) -> new Row(row.getLong("id"), row.getString("arn"),
					Column.list(row.getString("domains")), Column.map(row.getString("tags")), row.getString("token"),
					Fate.valueOf(row.getString("fate")), Column.instant(row, "requested_at"),
					Column.instantOrNull(row, "issued_at")))
			.list();
	}

	private Certificate certificate(Row row) {
		Instant visible = row.requestedAt().plus(this.ground.pace().of(RECORDS_AFTER));
		if (this.ground.now().isBefore(visible)) {
			return new Certificate(row.arn(), Status.PENDING_VALIDATION, "", List.of());
		}
		List<ValidationRecord> records = row.domains().stream().map((domain) -> record(row, domain)).toList();
		if (row.fate() == Fate.FAILS) {
			return new Certificate(row.arn(), Status.FAILED, "CAA_ERROR (practice fault)", records);
		}
		boolean issued = row.issuedAt() != null || (row.fate() == Fate.STANDS && issueIfProved(row, records, visible));
		return new Certificate(row.arn(), issued ? Status.ISSUED : Status.PENDING_VALIDATION, "", records);
	}

	/** Once issued it stays so, even if the records go again. */
	private boolean issueIfProved(Row row, List<ValidationRecord> records, Instant visible) {
		List<Instant> proofs = new ArrayList<>(List.of(visible));
		for (ValidationRecord record : records) {
			Instant since = this.zone.since(record.name(), "CNAME", record.value()).orElse(null);
			if (since == null) {
				return false;
			}
			proofs.add(since);
		}
		Instant issued = proofs.stream()
			.max(Instant::compareTo)
			.orElse(visible)
			.plus(this.ground.pace().of(ISSUED_AFTER));
		if (this.ground.now().isBefore(issued)) {
			return false;
		}
		this.ground.ledger()
			.happen(() -> this.jdbc.sql("update practice_certificate set issued_at = ? where id = ?")
				.params(Column.time(issued), row.id())
				.update());
		return true;
	}

	private ValidationRecord record(Row row, String domain) {
		String bare = domain.startsWith("*.") ? domain.substring(2) : domain;
		return new ValidationRecord(domain, "_" + this.place.hex(row.arn() + bare, 32) + "." + bare,
				"_" + this.place.hex(bare + row.arn(), 32) + ".acm-validations.aws");
	}

	/** A certificate as it was asked for. */
	record Row(long id, String arn, List<String> domains, Map<String, String> tags, String token, Fate fate,
			Instant requestedAt, @Nullable Instant issuedAt) {

	}

}

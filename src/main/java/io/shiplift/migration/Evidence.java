package io.shiplift.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import io.shiplift.credentials.Mask;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports that steps leave as evidence: one for each attempt, never changed, with the
 * fingerprint that the journal names.
 */
@Component
public class Evidence {

	private final JdbcClient jdbc;

	private final Mask mask;

	private final Clock clock;

	Evidence(JdbcClient jdbc, Mask mask, Clock clock) {
		this.jdbc = jdbc;
		this.mask = mask;
		this.clock = clock;
	}

	/** Keeps the first report of an attempt and answers its fingerprint. */
	String keep(StepTask task, String document) {
		Optional<Report> kept = find(task.runId(), task.key(), task.attempt());
		if (kept.isPresent()) {
			return kept.get().sha256();
		}
		String masked = this.mask.mask(document);
		String sha256 = sha256(masked);
		this.jdbc
			.sql("insert into evidence (run_id, step_key, attempt, document, sha256, at) values (?, ?, ?, ?, ?, ?)")
			.params(task.runId(), task.key(), task.attempt(), masked, sha256,
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return sha256;
	}

	/** What the steps of a run left, oldest first; whoever asks has checked the run. */
	public List<Report> of(Run run) {
		return this.jdbc
			.sql("select step_key, attempt, document, sha256, at from evidence where run_id = ? order by at, attempt")
			.param(run.id())
			.query((row, number) -> new Report(row.getString(1), row.getInt(2), row.getString(3), row.getString(4),
					row.getObject(5, OffsetDateTime.class).toInstant()))
			.list();
	}

	private Optional<Report> find(long runId, String key, int attempt) {
		return this.jdbc.sql(
				"select step_key, attempt, document, sha256, at from evidence where run_id = ? and step_key = ? and attempt = ?")
			.params(runId, key, attempt)
			.query(Report.class)
			.optional();
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/**
	 * A report as JSON and the fingerprint it had when it was kept.
	 */
	public record Report(String stepKey, int attempt, String document, String sha256, Instant at) {

		/** Whether it still is what was kept. */
		public boolean unchanged() {
			return Evidence.sha256(this.document).equals(this.sha256);
		}

	}

}

package io.shiplift.check.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.check.Verdict;
import io.shiplift.plan.CanonicalJson;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what each check said of a migration's app last. Callers make sure that the
 * migration is one that the person may see.
 */
@Component
public class CheckResults {

	private final JdbcClient jdbc;

	CheckResults(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps results in place of earlier ones of the same checks. */
	@Transactional
	public void keep(String migrationId, String app, List<CheckResult> results) {
		this.jdbc.sql("select id from migration where id = ? for update").param(migrationId).query().singleRow();
		results.forEach((result) -> {
			this.jdbc.sql("delete from check_result where migration_id = ? and check_key = ?")
				.params(migrationId, result.check())
				.update();
			this.jdbc.sql(
					"insert into check_result (migration_id, check_key, app, judged_at, seen_at, document) values (?, ?, ?, ?, ?, ?)")
				.params(migrationId, result.check(), app, time(result.judgedAt()), time(result.seenAt()),
						CanonicalJson.of(result.verdict()))
				.update();
		});
	}

	/** The last results for an app by check. */
	public Map<String, CheckResult> of(String migrationId, String app) {
		return this.jdbc
			.sql("select check_key, judged_at, seen_at, document from check_result where migration_id = ? and app = ?")
			.params(migrationId, app)
			.query(CheckResults::read)
			.list()
			.stream()
			.collect(Collectors.toUnmodifiableMap(CheckResult::check, Function.identity()));
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static CheckResult read(ResultSet row, int number) throws SQLException {
		return new CheckResult(row.getString("check_key"), CanonicalJson.read(row.getString("document"), Verdict.class),
				row.getObject("judged_at", OffsetDateTime.class).toInstant(),
				row.getObject("seen_at", OffsetDateTime.class).toInstant());
	}

}

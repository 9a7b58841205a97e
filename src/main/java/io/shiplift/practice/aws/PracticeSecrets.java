package io.shiplift.practice.aws;

import java.util.Map;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.practice.Call;
import io.shiplift.practice.Change;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Secrets Manager of the practice world. The master secret of a database is not stored:
 * it answers with what the target server says at the moment.
 */
final class PracticeSecrets implements Aws.Secrets {

	static final String MASTER_PREFIX = "secret:rds!db-";

	private final Ground ground;

	private final Place place;

	private final JdbcClient jdbc;

	PracticeSecrets(Ground ground, Place place) {
		this.ground = ground;
		this.place = place;
		this.jdbc = ground.jdbc();
	}

	@Override
	public Optional<String> find(String name) {
		this.ground.look(this.place, "secrets", "find", name);
		return row(name).map(Row::arn);
	}

	@Override
	public String put(String name, String value, Map<String, String> tags, String token) {
		Call call = Ground.call(this.place, "secrets", "put", token, name);
		return this.ground.once(call, () -> this.ground.ledger().effect(call, () -> change(name, value, tags, token)));
	}

	private Change<String> change(String name, String value, Map<String, String> tags, String token) {
		Row row = row(name).orElse(null);
		if (row == null) {
			String arn = this.place.arn("secretsmanager", "secret:" + name + "-" + this.place.hex(name, 6));
			this.jdbc
				.sql("insert into practice_secret (world, name, arn, content, tags, token) values (?, ?, ?, ?, ?, ?)")
				.params(this.place.world(), name, arn, value, Column.write(tags), token)
				.update();
			return Change.created(arn);
		}
		if (row.content().equals(value)) {
			return Change.none(row.arn());
		}
		this.jdbc.sql("update practice_secret set content = ?, token = ? where world = ? and name = ?")
			.params(value, token, this.place.world(), name)
			.update();
		return Change.changed(row.arn());
	}

	@Override
	public String read(String arn) {
		this.ground.look(this.place, "secrets", "read", arn);
		if (arn.contains(MASTER_PREFIX)) {
			TargetServer.Master master = this.ground.target().master();
			return Column.write(Map.of("username", master.user(), "password", master.password()));
		}
		return this.jdbc.sql("select content from practice_secret where world = ? and arn = ?")
			.params(this.place.world(), arn)
			.query((row, number) -> row.getString("content"))
			.optional()
			.orElseThrow(() -> new OutsideProblem(Kind.REFUSED, "Secrets Manager can't find the secret " + arn));
	}

	@Override
	public void delete(String name, String token) {
		this.ground.effect(Ground.call(this.place, "secrets", "delete", token, name), () -> {
			int rows = this.jdbc.sql("delete from practice_secret where world = ? and name = ?")
				.params(this.place.world(), name)
				.update();
			return (rows > 0) ? Change.deleted(true) : Change.none(true);
		});
	}

	private Optional<Row> row(String name) {
		return this.jdbc.sql("select arn, content from practice_secret where world = ? and name = ?")
			.params(this.place.world(), name)
			.query((row, number) -> new Row(row.getString("arn"), row.getString("content")))
			.optional();
	}

	private record Row(String arn, String content) {

	}

}

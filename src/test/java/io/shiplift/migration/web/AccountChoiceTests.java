package io.shiplift.migration.web;

import java.time.OffsetDateTime;
import java.util.UUID;

import io.shiplift.credentials.AwsConnection;
import io.shiplift.credentials.AwsConnection.Place;
import io.shiplift.credentials.AwsConnection.Tested;
import io.shiplift.credentials.AwsConnectionStore;
import io.shiplift.credentials.Connection;
import io.shiplift.credentials.Leave;
import io.shiplift.credentials.TeamConnections;
import io.shiplift.migration.AccountChoice;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.NotNow;
import io.shiplift.migration.Runs;
import io.shiplift.security.NotFound;
import io.shiplift.step.RunKind;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.Visitors;
import io.shiplift.testing.Visitors.Clicks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for choosing the accounts that a migration works with.
 */
@PageTest
class AccountChoiceTests {

	@Autowired
	private Clicks clicks;

	@Autowired
	private Migrations migrations;

	@Autowired
	private Runs runs;

	@Autowired
	private Connections connections;

	@Autowired
	private TeamConnections herokus;

	@Autowired
	private AwsConnectionStore store;

	@Autowired
	private JdbcClient jdbc;

	private String heroku = "";

	@BeforeEach
	void connect() {
		this.heroku = this.herokus.add(1, "Source", "HRKU-canary-token-of-a-test",
				new TeamConnections.Tested("ops@example.com", "global", 4000, ""), 1);
	}

	@AfterEach
	void tidy() {
		this.jdbc.sql("update migration set connection_id = null, aws_connection_id = null where connection_id = ?")
			.param(this.heroku)
			.update();
		this.jdbc.sql("delete from aws_connection").update();
		this.jdbc.sql("delete from team_connection where id = ?").param(this.heroku).update();
	}

	@Test
	void aMigrationWorksWithTheAccountsThatWereChosen() throws Exception {
		AwsConnection live = ready("Live", "111122223333");
		String page = this.clicks.get(Visitors.OLGA, "/migrations/new").getResponse().getContentAsString();
		assertThat(page).contains("Where will it be built?", "Account 111122223333 in eu-central-1.");
		String led = this.clicks
			.post(Visitors.OLGA, "/migrations", "name", "Shop", "connection", this.heroku, "aws", live.id(), "token",
					UUID.randomUUID().toString().replace("-", ""))
			.getResponse()
			.getRedirectedUrl();
		String id = String.valueOf(led).split("/")[2];
		assertThat(this.connections.of(id)).isEqualTo(new Connection.Accounts(this.heroku, live.id(), Leave.LOOK));
		assertThat(this.migrations.find(id, Visitors.OLGA).awsConnectionId()).isEqualTo(live.id());
	}

	@Test
	void anAccountOfAnotherTeamOrAnUnfinishedOneCannotBeChosen() {
		String begun = this.store.begin(1, "Begun", new Place("111122223333", "eu-central-1"), 1);
		String theirs = this.store.begin(2, "Theirs", new Place("111122223333", "eu-central-1"), 9);
		assertThatExceptionOfType(NotNow.class).isThrownBy(() -> create(begun))
			.withMessageContaining("waits for its role");
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> create(theirs));
		assertThat(new AccountChoice(null, begun).aws()).as("practice has its own AWS").isNull();
	}

	@Test
	void runsWithRealAccountsSayWhyTheyCannotBegin() {
		String without = create(null);
		assertThat(obstacle(without, RunKind.PREPARE))
			.isEqualTo("Building needs an AWS account. Choose one under Connection.");
		String with = create(ready("Live", "111122223333").id());
		assertThat(obstacle(with, RunKind.PREPARE)).isNotEmpty();
		assertThat(obstacle(with, RunKind.REHEARSAL)).contains("worker inside the new network");
		assertThat(obstacle(with, RunKind.CUTOVER)).contains("worker inside the new network");
		assertThat(obstacle(with, RunKind.RETURN)).contains("worker inside the new network");
	}

	@Test
	void afterARunTheAccountStaysTheSame() {
		AwsConnection live = ready("Live", "111122223333");
		AwsConnection same = ready("Same", "111122223333");
		AwsConnection other = ready("Other", "444455556666");
		String id = create(live.id());
		this.migrations.connect(id, new AccountChoice(this.heroku, other.id()), Visitors.OLGA);
		this.migrations.connect(id, new AccountChoice(this.heroku, live.id()), Visitors.OLGA);
		this.jdbc
			.sql("insert into run (migration_id, team_id, kind, status, plan_number, plan_hash, requested_by,"
					+ " requested_at, cancelling, version) values (?, 1, 'PREPARE', 'DONE', 1, 'h', 1, ?, false, 0)")
			.params(id, OffsetDateTime.now())
			.update();
		assertThatExceptionOfType(NotNow.class)
			.isThrownBy(() -> this.migrations.connect(id, new AccountChoice(this.heroku, other.id()), Visitors.OLGA))
			.withMessageContaining("worked in another account or region, 111122223333 in eu-central-1");
		assertThatExceptionOfType(NotNow.class)
			.isThrownBy(() -> this.migrations.connect(id, new AccountChoice(this.heroku, null), Visitors.OLGA));
		this.migrations.connect(id, new AccountChoice(this.heroku, same.id()), Visitors.OLGA);
		assertThat(this.migrations.find(id, Visitors.OLGA).awsConnectionId()).isEqualTo(same.id());
		this.jdbc.sql("delete from run where migration_id = ?").param(id).update();
	}

	private String create(String aws) {
		return this.migrations.create("Shop", new AccountChoice(this.heroku, aws), Visitors.OLGA).id();
	}

	private String obstacle(String id, RunKind kind) {
		return this.runs.past(id, Visitors.OLGA).obstacle(kind);
	}

	private AwsConnection ready(String name, String account) {
		String id = this.store.begin(1, name, new Place(account, "eu-central-1"), 1);
		this.store.role(this.store.find(1, id).orElseThrow(), "arn:aws:iam::" + account + ":role/shiplift-" + id,
				new Tested("arn", "", null));
		return this.store.find(1, id).orElseThrow();
	}

}

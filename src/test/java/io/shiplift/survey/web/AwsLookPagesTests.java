package io.shiplift.survey.web;

import io.shiplift.credentials.AwsConnection.Place;
import io.shiplift.credentials.AwsConnection.Tested;
import io.shiplift.credentials.AwsConnectionStore;
import io.shiplift.credentials.TeamConnections;
import io.shiplift.migration.AccountChoice;
import io.shiplift.migration.Migrations;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.Visitors;
import io.shiplift.testing.Visitors.Clicks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page of what was found in an AWS account.
 */
@PageTest
class AwsLookPagesTests {

	@Autowired
	private Clicks clicks;

	@Autowired
	private Migrations migrations;

	@Autowired
	private TeamConnections herokus;

	@Autowired
	private AwsConnectionStore store;

	@Autowired
	private JdbcClient jdbc;

	private String heroku = "";

	private String aws = "";

	private String path = "";

	@BeforeEach
	void connect() {
		this.heroku = this.herokus.add(1, "Source", "HRKU-canary-token-of-a-test",
				new TeamConnections.Tested("ops@example.com", "global", 4000, ""), 1);
		this.aws = this.store.begin(1, "Live", new Place("111122223333", "eu-central-1"), 1);
		this.store.role(this.store.find(1, this.aws).orElseThrow(), "arn:aws:iam::111122223333:role/shiplift-test",
				new Tested("arn", "", null));
		this.path = "/migrations/"
				+ this.migrations.create("Shop", new AccountChoice(this.heroku, this.aws), Visitors.OLGA).id() + "/aws";
	}

	@AfterEach
	void tidy() {
		this.jdbc.sql("delete from aws_look").update();
		this.jdbc.sql("update migration set connection_id = null, aws_connection_id = null where connection_id = ?")
			.param(this.heroku)
			.update();
		this.jdbc.sql("delete from aws_connection").update();
		this.jdbc.sql("delete from team_connection where id = ?").param(this.heroku).update();
	}

	@Test
	void showsTheLastLookWithItsAge() throws Exception {
		assertThat(page()).contains("Nobody has looked yet", "Look now");
		this.jdbc
			.sql("insert into aws_look (migration_id, connection_id, plan_number, document, looked_by, looked_at)"
					+ " values (?, ?, 0, ?, 'Olga', now())")
			.params(this.path.split("/")[2], this.aws,
					"""
							[{"topic":"Networks","standing":"BLOCKS","found":"5 of 5 VPCs are there.","todo":"Have AWS raise it."},
							{"topic":"Permissions","standing":"UNKNOWN","found":"AWS did not tell.","todo":""}]""")
			.update();
		assertThat(page()).contains("1 stops the build", "5 of 5 VPCs are there.", "Have AWS raise it.", "Look again",
				"AWS did not tell.");
	}

	@Test
	void needsAPlanAndAnOperator() throws Exception {
		assertThat(this.clicks.post(Visitors.VERA, this.path)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.clicks.post(Visitors.OLGA, this.path)).hasRedirectedUrl(this.path);
		assertThat(this.jdbc.sql("select count(*) from aws_look").query(Integer.class).single()).isZero();
	}

	@Test
	void isNotThereWithoutAnAccount() {
		String practice = this.migrations.create("Practice", Visitors.OLGA).id();
		assertThat(this.clicks.get(Visitors.OLGA, "/migrations/" + practice + "/aws")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.clicks.get(Visitors.STRANGER, this.path)).hasStatus(HttpStatus.NOT_FOUND);
	}

	private String page() throws Exception {
		return this.clicks.get(Visitors.OLGA, this.path).getResponse().getContentAsString();
	}

}

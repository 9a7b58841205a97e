package io.shiplift.connection.web;

import java.util.List;
import java.util.UUID;

import io.shiplift.aws.AwsEntrance.Caller;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.credentials.AwsConnectionStore;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.ScriptedEntrance.Door;
import io.shiplift.testing.Visitors;
import io.shiplift.testing.Visitors.Clicks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for connecting AWS accounts.
 */
@PageTest
class AwsConnectionPagesTests {

	private static final Caller US = new Caller("arn:aws:iam::999988887777:user/shiplift", "");

	private static final String ROLE = "arn:aws:iam::111122223333:role/shiplift-test";

	@Autowired
	private Clicks clicks;

	@Autowired
	private Door door;

	@Autowired
	private AwsConnectionStore store;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void tidy() {
		this.door.refuses("");
		this.door.caller(US);
		this.jdbc.sql("update migration set aws_connection_id = null").update();
		this.jdbc.sql("delete from aws_connection").update();
	}

	@Test
	void asksForNameAccountAndRegionAndLosesNothingTyped() throws Exception {
		MvcTestResult wrong = this.clicks.post(Visitors.OLGA, "/connections/aws", "name", "Live <x>", "account", "1234",
				"region", "mars-1", "token", "1".repeat(32));
		assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(text(wrong)).contains("An account id has 12 digits", "Choose a region", "value=\"Live &lt;x&gt;\"",
				"value=\"1234\"");
	}

	@Test
	void beginsWithAnExternalIdThatNobodyCanGuess() throws Exception {
		AwsConnection one = begin("One");
		AwsConnection two = begin("Two");
		assertThat(one.externalId()).matches("[a-z2-9]{40}").isNotEqualTo(two.externalId());
		String page = text(this.clicks.get(Visitors.OLGA, path(one)));
		assertThat(page).contains(one.externalId(), US.principal(), "Waits for its role", "policies.json")
			.doesNotContain("templateURL");
		assertThat(text(this.clicks.get(Visitors.OLGA, "/connections"))).contains("Connect an AWS account",
				"111122223333", "Waits for its role");
	}

	@Test
	void handsOutTheTemplateWithTheExternalIdInside() throws Exception {
		AwsConnection connection = begin("Live");
		MvcTestResult answer = this.clicks.get(Visitors.OLGA, path(connection) + "/launch.yaml");
		assertThat(answer).hasStatusOk();
		assertThat(answer.getResponse().getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"shiplift-" + connection.id() + ".yaml\"");
		assertThat(text(answer)).contains("Default: " + connection.externalId(), US.principal());
		assertThat(text(this.clicks.get(Visitors.OLGA, path(connection) + "/policies.json"))).contains("ec2:CreateVpc",
				"\"Version\" : \"2012-10-17\"");
	}

	@Test
	void connectsWithARoleThatStandsTheTest() throws Exception {
		AwsConnection connection = begin("Live");
		assertThat(this.clicks.post(Visitors.OLGA, path(connection) + "/role", "roleArn", " " + ROLE + " "))
			.hasRedirectedUrl(path(connection));
		assertThat(found(connection).ready()).isTrue();
		assertThat(found(connection).roleArn()).isEqualTo(ROLE);
		assertThat(text(this.clicks.get(Visitors.OLGA, path(connection)))).contains("Works", "Test it again",
				"arn:aws:sts::111122223333:assumed-role/shiplift/test");
		assertThat(journal()).contains("AWS connection Live works with the role " + ROLE);
	}

	@Test
	void saysAtTheFieldWhatIsWrongWithARole() throws Exception {
		AwsConnection connection = begin("Live");
		assertThat(wrongRole(connection, "")).contains("Paste the ARN of the role");
		assertThat(wrongRole(connection, "arn:aws:iam::111122223333:user/me")).contains("This is no ARN of a role",
				"value=\"arn:aws:iam::111122223333:user/me\"");
		assertThat(wrongRole(connection, "arn:aws:iam::444455556666:role/x"))
			.contains("This role is in account 444455556666");
		this.door.refuses("The role lets us in without any external id.");
		assertThat(wrongRole(connection, ROLE)).contains("lets us in without any external id", ROLE);
		assertThat(found(connection).begun()).isTrue();
	}

	@Test
	void saysThatTheInstallationHasNoIdentity() throws Exception {
		this.door.caller(new Caller("", "This installation has no AWS identity of its own."));
		AwsConnection connection = begin("Live");
		assertThat(text(this.clicks.get(Visitors.OLGA, path(connection)))).contains("no AWS identity of its own")
			.doesNotContain("Download the template");
		assertThat(this.clicks.get(Visitors.OLGA, path(connection) + "/launch.yaml")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void takesAKeyOnlyWithAWarningAndKeepsItSecret() throws Exception {
		AwsConnection connection = begin("Live");
		String secret = "canary/secret+of40characters+++++++++++x";
		MvcTestResult wrong = this.clicks.post(Visitors.OLGA, path(connection) + "/key", "keyId",
				"ASIAABCDEFGHIJKLMNOP", "secretKey", secret);
		assertThat(text(wrong)).contains("use a role", "Tick this").doesNotContain("canary");
		assertThat(this.clicks.post(Visitors.OLGA, path(connection) + "/key", "keyId", "AKIAABCDEFGHIJKLMNOP",
				"secretKey", secret, "aware", "true"))
			.hasRedirectedUrl(path(connection));
		assertThat(text(this.clicks.get(Visitors.OLGA, path(connection)))).contains("an access key that never ends")
			.doesNotContain("canary");
		assertThat(this.store.secretKey(found(connection))).isEqualTo(secret);
		assertThat(journal()).contains("against the advice").doesNotContain("canary");
		this.clicks.post(Visitors.OLGA, path(connection) + "/role", "roleArn", ROLE);
		assertThat(this.jdbc.sql("select count(*) from secret where owner like 'aws-connection-%'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void testsAgainAndKeepsWhatCameOut() throws Exception {
		AwsConnection connection = begin("Live");
		this.clicks.post(Visitors.OLGA, path(connection) + "/role", "roleArn", ROLE);
		this.door.refuses("AWS does not let us assume the role.");
		this.clicks.post(Visitors.OLGA, path(connection) + "/test");
		assertThat(text(this.clicks.get(Visitors.OLGA, path(connection)))).contains("Needs you",
				"AWS does not let us assume the role.");
	}

	@Test
	void isNotRemovedUnderAMigration() throws Exception {
		AwsConnection connection = begin("Live");
		this.jdbc.sql("insert into migration (id, team_id, name, target, answers, plan_version, created_by, created_at,"
				+ " edited_by, edited_at, version, aws_connection_id) values ('awsuser2', 1, 'Blog', 'beanstalk', '{}',"
				+ " 0, 1, now(), 1, now(), 0, ?)")
			.param(connection.id())
			.update();
		this.clicks.post(Visitors.OLGA, path(connection) + "/remove");
		assertThat(found(connection)).isNotNull();
		assertThat(text(this.clicks.get(Visitors.OLGA, path(connection)))).contains("Not while migrations work with it",
				"Blog");
		this.jdbc.sql("delete from migration where id = 'awsuser2'").update();
		assertThat(this.clicks.post(Visitors.OLGA, path(connection) + "/remove")).hasRedirectedUrl("/connections");
		assertThat(this.store.find(1, connection.id())).isEmpty();
	}

	@Test
	void belongsToItsTeamAndToThoseWhoMay() throws Exception {
		AwsConnection connection = begin("Live");
		assertThat(this.clicks.get(Visitors.STRANGER, path(connection))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.clicks.get(Visitors.VERA, path(connection) + "/launch.yaml")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.clicks.post(Visitors.VERA, path(connection) + "/role", "roleArn", ROLE))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(text(this.clicks.get(Visitors.VERA, path(connection)))).doesNotContain(connection.externalId());
	}

	private String wrongRole(AwsConnection connection, String arn) throws Exception {
		MvcTestResult answer = this.clicks.post(Visitors.OLGA, path(connection) + "/role", "roleArn", arn);
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return text(answer);
	}

	private AwsConnection begin(String name) {
		this.clicks.post(Visitors.OLGA, "/connections/aws", "name", name, "account", "1111-2222-3333", "region",
				"eu-central-1", "token", UUID.randomUUID().toString().replace("-", ""));
		return this.store.of(1).stream().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();
	}

	private AwsConnection found(AwsConnection connection) {
		return this.store.find(1, connection.id()).orElseThrow();
	}

	private String journal() {
		List<String> lines = this.jdbc.sql("select text from journal where kind = 'CONNECTION'")
			.query(String.class)
			.list();
		return String.join("\n", lines);
	}

	private static String path(AwsConnection connection) {
		return "/connections/aws/" + connection.id();
	}

	private static String text(MvcTestResult result) throws Exception {
		return result.getResponse().getContentAsString();
	}

}

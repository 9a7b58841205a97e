package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.fact.SourceApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourceTopic}.
 */
class SourceTopicTests {

	private final SourceTopic topic = new SourceTopic();

	private final Setting shop = Apps.setting(Apps.shop());

	@ParameterizedTest
	@CsvSource({ "postgres://ana:s3cret@db.example.com/shop, db.example.com, 5432, shop, ana, s3cret",
			"' \"postgresql://ana:p@s:s/#?w@db.example.com:6543/shop?sslmode=require\"', db.example.com, 6543, shop, ana, p@s:s/#?w",
			"postgres://a%40b:p%2Fw+x@[2001:db8::1]:5433/my%20shop, 2001:db8::1, 5433, my shop, a@b, p/w+x",
			"DATABASE_URL: postgres://ana:s3cret@db.example.com.:6543/shop, db.example.com, 6543, shop, ana, s3cret",
			"'export DATABASE_URL=\"postgres://ana:s3cret@db.example.com./shop\"', db.example.com, 5432, shop, ana, s3cret",
			"mysql://ana:s3cret@db.example.com/shop?reconnect=true, db.example.com, 3306, shop, ana, s3cret",
			"'JAWSDB_URL=mariadb://ana:s3cret@db.example.com:3307/shop', db.example.com, 3307, shop, ana, s3cret",
			"POSTGRES://ana:100%25@127.0.0.1/shop, 127.0.0.1, 5432, shop, ana, 100%" })
	void takesPastedAddressesApart(String url, String host, String port, String database, String user,
			String password) {
		Reply.Accepted accepted = (Reply.Accepted) reply(this.shop, url);
		assertThat(accepted.values()).containsEntry("host", host)
			.containsEntry("port", port)
			.containsEntry("database", database)
			.containsEntry("user", user);
		assertThat(accepted.secret()).isNotNull();
		assertThat(accepted.secret().value()).isEqualTo(password);
		assertThat(accepted.toString()).doesNotContain(password);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "db.example.com", "mongodb://a:hush1@b/c", "mysql://a:hush1@b",
			"postgres://db.example.com/shop", "postgres://ana:hush1@db.example.com",
			"postgres://ana:hush1@db.example.com:99999/shop", "postgres://ana:hush1@db example/shop",
			"postgres://ana:hush1@/shop", "postgres://ana@db.example.com/shop" })
	void saysWhatIsWrongAndDoesNotShowThePassword(String url) {
		Reply.Refused refused = (Reply.Refused) reply(this.shop, url);
		assertThat(refused.errors()).containsOnlyKeys("url");
		assertThat(refused.errors().get("url")).endsWith(".").doesNotContain("hush1");
		assertThat(refused.toString()).doesNotContain("hush1");
	}

	@Test
	void keepsTheStoredPasswordIfOnlyTheRestIsShownAgain() {
		Reply.Accepted accepted = (Reply.Accepted) reply(this.shop, "postgres://ana:pw@db.example.com/shop");
		Answers answers = Answers.none().with("source", accepted.referring("cred-7"));
		Map<String, String> shown = this.topic.shown(answers.of("source"));
		assertThat(shown).containsEntry("url", "postgres://ana@db.example.com:5432/shop");
		assertThat(this.topic.reply(this.shop.with(answers), shown))
			.isEqualTo(new Reply.Accepted(answers.of("source"), null));
		assertThat(reply(this.shop.with(answers), "postgres://eve@db.example.com/shop"))
			.isInstanceOf(Reply.Refused.class);
		assertThat(SourceTopic.database(answers).credentialId()).isEqualTo("cred-7");
	}

	@Test
	void doesNotOfferADatabaseThatIsNotThere() {
		Setting bare = Apps.setting(Apps.without(Apps.shop(), "heroku-postgresql"));
		assertThat(this.topic.ask(bare).proposal()).containsEntry("kind", "address");
		assertThat(this.topic.reply(bare, Map.of("kind", "heroku"))).isInstanceOf(Reply.Refused.class);
	}

	@Test
	void saysThatAPromotedMysqlHasToBeTyped() {
		SourceApp shop = Apps.shop();
		List<SourceApp.AddOn> addOns = new ArrayList<>(shop.addOns());
		addOns.add(new SourceApp.AddOn("jawsdb-flat-4", "jawsdb", "jawsdb:kitefin", 0, List.of("JAWSDB_URL")));
		SourceApp promoted = new SourceApp(shop.name(), shop.region(), shop.stack(), shop.processes(),
				List.of(new SourceApp.ConfigVar("DATABASE_URL", true, "jawsdb-flat-4")), addOns, shop.domains());
		Setting setting = Apps.setting(promoted);
		assertThat(this.topic.ask(setting).proposal()).containsEntry("kind", "address");
		Reply.Refused refused = (Reply.Refused) this.topic.reply(setting, Map.of("kind", "heroku"));
		assertThat(refused.errors().get("kind")).contains("DATABASE_URL leads to jawsdb-flat-4",
				"heroku config:get DATABASE_URL");
		assertThat(reply(setting, "mysql://ana:s3cret@db.example.com/shop")).isInstanceOf(Reply.Accepted.class);
	}

	private Reply reply(Setting setting, String url) {
		return this.topic.reply(setting, Map.of("kind", "address", "url", url));
	}

}

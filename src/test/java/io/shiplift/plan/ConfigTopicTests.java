package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceConfig;
import io.shiplift.fact.SourceConfig.Part;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Confidence;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfigTopic}.
 */
class ConfigTopicTests {

	private final Questions questions = Apps.questions();

	@ParameterizedTest
	@CsvSource({ "DATABASE_URL, REPLACED, the database on Amazon RDS", "REDIS_URL, REPLACED, the cache on Amazon",
			"QUEUE_URL, REPLACED, a copy of the address of redis-round-2",
			"DB_HOST, DROPPED, let the code read DATABASE_URL",
			"DB_PASS, DROPPED, it holds the password of DATABASE_URL", "HEROKU_SLUG_COMMIT, DROPPED, Only Heroku",
			"SENTRY_DSN, SECRET, goes on working", "SECRET_KEY, SECRET, A new one would sign everybody out",
			"HIDDEN, ASKED, somebody has to type it", "NOTHING, ASKED, It is empty on Heroku",
			"LONG, SECRET, Its 900 bytes would take much", "TIME_ZONE, PLAIN, Nothing about it looks secret" })
	void givesEachAFateWithAReason(String name, String fate, String reason) {
		Question.Field field = field(setting(), name);
		assertThat(field.proposal()).isEqualTo(fate);
		assertThat(field.reason()).containsIgnoringCase(reason);
	}

	@ParameterizedTest
	@CsvSource({ "CLOUDAMQP_URL, AWS, SECRET, 'no step builds Amazon MQ for RabbitMQ or writes its address here'",
			"CLOUDAMQP_URL, KEEP, SECRET, 'when you have others, choose \u201cI type the value\u201d'",
			"CLOUDAMQP_URL, REPLACE, DROPPED, 'no step writes what that needs'",
			"AWS_STORAGE_BUCKET_NAME, KEEP, PLAIN, 'copy them with aws s3 sync, and choose \u201cI type the value\u201d'" })
	void saysWhatAPersonHasToDoWhereNoStepDoesIt(String name, String kind, String fate, String todo) {
		SourceApp shop = Apps.withConfigVar(
				Apps.withConfigVar(Apps.shop(), new SourceApp.ConfigVar("CLOUDAMQP_URL", true, "rabbit-1")),
				new SourceApp.ConfigVar("AWS_STORAGE_BUCKET_NAME", false, null));
		List<SourceApp.AddOn> addOns = new ArrayList<>(shop.addOns());
		addOns.add(new SourceApp.AddOn("rabbit-1", "cloudamqp", "cloudamqp:lemur", 0, List.of("CLOUDAMQP_URL")));
		SourceApp app = new SourceApp(shop.name(), shop.region(), shop.stack(), shop.processes(), shop.configVars(),
				addOns, shop.domains());
		Setting setting = Apps.setting(app);
		Question.Field field = field(setting.with(setting.answers().with("addons", Map.of("rabbit-1", kind))), name);
		assertThat(field.proposal()).isEqualTo(fate);
		assertThat(field.reason()).contains(todo);
		assertThat(field.options()).extracting(Question.Option::value).contains("ASKED").doesNotContain("REPLACED");
	}

	@Test
	void offersANewSecretKeyButDoesNotProposeIt() {
		assertThat(field(setting(), "SECRET_KEY").options()).extracting(Question.Option::value)
			.containsExactly("SECRET", "GENERATED", "PLAIN", "ASKED", "DROPPED");
		assertThat(field(setting(), "TIME_ZONE").options()).extracting(Question.Option::value)
			.doesNotContain("GENERATED", "REPLACED");
	}

	@Test
	void neverOffersToCopyWhatLeadsToTheOldDatabase() {
		assertThat(field(setting(), "DB_HOST").options()).extracting(Question.Option::value)
			.containsExactly("ASKED", "DROPPED");
	}

	@Test
	void saysWhichLineReadsIt() {
		RepositoryScan scan = new RepositoryScan("abc", 1, 1, List
			.of(new Conclusion(Topic.VARIABLE, "TIME_ZONE", "", "shop/settings.py", 12, "", Confidence.CERTAIN)),
				List.of());
		Setting setting = setting().with(setting().known().with(scan));
		assertThat(field(setting, "TIME_ZONE").reason()).endsWith("Read in shop/settings.py:12.");
	}

	@Test
	void wantsAValueForWhatHerokuHides() {
		Map<String, String> typed = proposal();
		Reply.Refused refused = (Reply.Refused) this.questions.reply("config", setting(), typed);
		assertThat(refused.errors()).containsOnlyKeys("value:HIDDEN", "value:NOTHING");
		assertThat(refused.errors().get("value:HIDDEN")).startsWith("Type the value of HIDDEN");
	}

	@Test
	void keepsATypedValueOutOfTheAnswers() {
		Map<String, String> typed = proposal();
		typed.put("value:HIDDEN", " hush \"hush\" ");
		typed.put("value:TIME_ZONE", "typed but not chosen");
		typed.put("NOTHING", "DROPPED");
		Reply.Accepted accepted = (Reply.Accepted) this.questions.reply("config", setting(), typed);
		assertThat(accepted.values()).doesNotContainKeys("value:HIDDEN", "value:TIME_ZONE");
		assertThat(accepted.more()).containsOnlyKeys("value:HIDDEN");
		assertThat(accepted.more().get("value:HIDDEN").value()).isEqualTo("hush \"hush\"");
		assertThat(accepted.toString()).doesNotContain("hush");
	}

	@Test
	void staysWithAKeptValueAndNeverShowsIt() {
		Map<String, String> stored = proposal();
		stored.put("NOTHING", "DROPPED");
		stored.put("value:HIDDEN", "0123456789abcdef");
		Setting setting = setting().with(setting().answers().with("config", stored));
		assertThat(this.questions.shown("config", setting)).doesNotContainValue("0123456789abcdef");
		Reply.Accepted accepted = (Reply.Accepted) this.questions.reply("config", setting,
				this.questions.shown("config", setting));
		assertThat(accepted.values()).containsEntry("value:HIDDEN", "0123456789abcdef");
		assertThat(accepted.more()).isEmpty();
		assertThat(ConfigTopic.typed(setting.answers())).containsExactly(Map.entry("HIDDEN", "0123456789abcdef"));
	}

	@Test
	void showsNoTypedValueAgainAfterAnError() {
		Map<String, String> typed = proposal();
		typed.put("value:HIDDEN", "hush-hush");
		Reply.Refused refused = (Reply.Refused) this.questions.reply("config", setting(), typed);
		assertThat(refused.toString()).doesNotContain("hush-hush");
	}

	@Test
	void acceptsAnswersFromBeforeThereWasMore() {
		Setting shop = Apps.setting(Apps.shop())
			.with(Apps.proposed(Apps.shop())
				.with("config", Map.of("SECRET_KEY", "SECRET", "DJANGO_SETTINGS_MODULE", "PLAIN", "DATABASE_URL",
						"REPLACED", "REDIS_URL", "REPLACED", "SENTRY_DSN", "SECRET", "HEROKU_SLUG_COMMIT", "DROPPED")));
		assertThat(this.questions.open(shop)).isEmpty();
	}

	@Test
	void keepsTheAddressOfACacheThatStays() {
		Setting setting = setting().with(setting().answers().with("addons", Map.of("redis-round-2", "KEEP")));
		assertThat(field(setting, "REDIS_URL").proposal()).isEqualTo("SECRET");
		assertThat(field(setting, "REDIS_URL").options()).extracting(Question.Option::value).doesNotContain("REPLACED");
	}

	@Test
	void countsWhatBeanstalkAllows() {
		assertThat(this.questions.ask("config", setting()).notes().getFirst())
			.matches("The config vars take about [\\d,]+ of the 4,096 bytes .* 8 of them go by reference\\.");
		assertThat(EnvironmentSize.of(Map.of("A", Plan.ConfigFate.PLAIN, "B", Plan.ConfigFate.DROPPED),
				new SourceConfig(List.of(new SourceConfig.Value("A", 100, "", Part.NOTHING))), "eu-west-1"))
			.isEqualTo(103);
		assertThat(EnvironmentSize.words(4097, 2)).contains("That is too much");
		assertThat(EnvironmentSize.words(3501, 2)).contains("That is close");
		assertThat(EnvironmentSize.words(3500, 2)).endsWith("by reference.");
	}

	@Test
	void takesTwoThousandVars() {
		List<SourceApp.ConfigVar> many = IntStream.range(0, 2000)
			.mapToObj((number) -> new SourceApp.ConfigVar("VAR_" + number, false, null))
			.toList();
		SourceApp app = new SourceApp("shop", "eu", "heroku-24", List.of(), many, List.of(), List.of());
		Question question = this.questions.ask("config", Apps.setting(app));
		assertThat(question.fields()).hasSize(4000);
		assertThat(this.questions.reply("config", Apps.setting(app), question.proposal()))
			.isInstanceOf(Reply.Accepted.class);
	}

	private Map<String, String> proposal() {
		return new TreeMap<>(this.questions.ask("config", setting()).proposal());
	}

	private Question.Field field(Setting setting, String name) {
		return this.questions.ask("config", setting)
			.fields()
			.stream()
			.filter((field) -> field.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static Setting setting() {
		SourceApp shop = Apps.shop();
		for (String name : List.of("QUEUE_URL", "DB_HOST", "DB_PASS", "HIDDEN", "NOTHING", "LONG", "TIME_ZONE")) {
			shop = Apps.withConfigVar(shop, new SourceApp.ConfigVar(name, false, null));
		}
		SourceApp app = new SourceApp(shop.name(), shop.region(), shop.stack(), shop.processes(), shop.configVars(),
				shop.addOns(), shop.domains(), List.of("HIDDEN"));
		SourceConfig config = new SourceConfig(List.of(new SourceConfig.Value("QUEUE_URL", 90, "REDIS_URL", Part.WHOLE),
				new SourceConfig.Value("DB_HOST", 40, "DATABASE_URL", Part.HOST),
				new SourceConfig.Value("DB_PASS", 40, "DATABASE_URL", Part.PASSWORD),
				new SourceConfig.Value("NOTHING", 0, "", Part.NOTHING),
				new SourceConfig.Value("LONG", 900, "", Part.NOTHING)));
		return Apps.setting(app).with(Known.NOTHING.with(SourceSnapshot.of(app).with(config)));
	}

}

package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.SourceApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Questions}.
 */
class QuestionsTests {

	private final Questions questions = Apps.questions();

	private final Setting shop = Apps.setting(Apps.shop());

	private final Setting answered = this.shop.with(Apps.proposed(Apps.shop()));

	@Test
	void asksForTheAppFirst() {
		Setting blank = new Setting(List.of("shop", "blog"), null, Answers.none());
		assertThat(this.questions.next(blank)).contains("app");
		assertThat(this.questions.open(blank)).isEqualTo(this.questions.keys());
		assertThat(this.questions.askable("region", blank)).isFalse();
		assertThat(this.questions.ask("app", blank).fields().getFirst().options()).hasSize(2);
		assertThat(this.questions.ask("app", blank).proposal()).containsEntry("app", "");
	}

	@Test
	void goesThroughTheQuestionsInOrder() {
		Setting setting = this.shop;
		for (String key : this.questions.keys()) {
			assertThat(this.questions.next(setting)).contains(key);
			Reply reply = this.questions.reply(key, setting, this.questions.ask(key, setting).proposal());
			assertThat(reply).as(key).isInstanceOf(Reply.Accepted.class);
			Map<String, String> values = ((Reply.Accepted) reply).values();
			setting = setting.with(this.questions.change(setting.answers(), key, values).answers());
		}
		assertThat(this.questions.next(setting)).isEmpty();
	}

	@Test
	void proposesEverythingWithAReason() {
		for (String key : this.questions.keys()) {
			Question question = this.questions.ask(key, this.answered);
			assertThat(question.title()).endsWith("?");
			assertThat(question.hint()).isNotBlank();
			question.fields()
				.stream()
				.filter((field) -> !"url".equals(field.name()))
				.forEach((field) -> assertThat(field.reason()).as(field.name()).isNotBlank());
		}
		assertThat(this.questions.open(this.answered)).isEmpty();
	}

	@Test
	void mapsWhatHerokuHas() {
		assertThat(this.answered.answers().value("region", "region")).isEqualTo("eu-west-1");
		assertThat(this.answered.answers().of("web")).containsEntry("instanceType", "t4g.medium")
			.containsEntry("count", "1");
		assertThat(this.answered.answers().of("database")).containsEntry("class", "db.t4g.medium")
			.containsEntry("storage", "64")
			.containsEntry("standby", "no");
		assertThat(this.answered.answers().of("config")).containsEntry("SECRET_KEY", "SECRET")
			.containsEntry("DJANGO_SETTINGS_MODULE", "PLAIN")
			.containsEntry("DATABASE_URL", "REPLACED")
			.containsEntry("REDIS_URL", "REPLACED")
			.containsEntry("SENTRY_DSN", "SECRET")
			.containsEntry("HEROKU_SLUG_COMMIT", "DROPPED");
		assertThat(this.answered.answers().of("domains")).containsEntry("shop.example.com", "move")
			.containsEntry("ttl", "60");
	}

	@Test
	void opensWhatRestsOnAChangedApp() {
		Questions.Change change = this.questions.change(this.answered.answers(), "app", Map.of("app", "blog"));
		assertThat(change.reopened()).containsExactly("source", "region", "processes", "web", "database", "method",
				"addons", "config", "domains", "health");
		assertThat(change.answers().values()).containsOnlyKeys("app");
	}

	@Test
	void offersOnlyMethodsThatAreThere() {
		Questions one = new Questions(List.of(Apps.method(Plan.SourceDatabase.Method.WINDOW)));
		assertThat(one.ask("method", this.shop).fields().getFirst().options()).extracting(Question.Option::value)
			.containsExactly("WINDOW");
		assertThat(one.reply("method", this.shop, Map.of("method", "AHEAD"))).isInstanceOf(Reply.Refused.class);
	}

	@Test
	void opensNothingIfTheAnswerIsTheSame() {
		Questions.Change change = this.questions.change(this.answered.answers(), "app", Map.of("app", "shop"));
		assertThat(change.reopened()).isEmpty();
		assertThat(change.answers()).isEqualTo(this.answered.answers());
	}

	@Test
	void opensConfigVarsWhenHerokuHasANewOne() {
		SourceApp grown = Apps.withConfigVar(Apps.shop(), new SourceApp.ConfigVar("NEW_ONE", false, null));
		Setting setting = new Setting(List.of("shop"), grown, this.answered.answers());
		assertThat(this.questions.open(setting)).containsExactly("config");
	}

	@Test
	void summarisesAnswersInWords() {
		assertThat(this.questions.summary("config", this.answered)).containsEntry("AWS sets its own",
				"DATABASE_URL, REDIS_URL");
		assertThat(this.questions.summary("source", this.answered)).containsEntry("Source database",
				"The app's own database");
		assertThat(this.questions.summary("domains", this.answered)).containsEntry("Move to AWS",
				"shop.example.com, www.shop.example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "app", "source", "region", "processes", "web", "database", "method", "addons", "config",
			"domains", "health" })
	void refusesNothingAndNonsenseWithAdvice(String key) {
		String huge = "x\u0000\"'/".repeat(2500);
		for (String nonsense : List.of("", huge, "<script>", "\u202e\u0007")) {
			Map<String, String> typed = new TreeMap<>();
			this.questions.ask(key, this.shop).fields().forEach((field) -> typed.put(field.name(), nonsense));
			Reply reply = this.questions.reply(key, this.shop, typed);
			assertThat(reply).isInstanceOf(Reply.Refused.class);
			assertThat(((Reply.Refused) reply).errors().values()).isNotEmpty()
				.allSatisfy((error) -> assertThat(error).matches("(?s)(Choose|Type|Use|Start|This is) ?.*\\."));
		}
	}

	@ParameterizedTest
	@CsvSource({ "https://shop.example.com/health/, /health/", "'  \"/ok\" ', /ok", "health, /health",
			"/a%20b?x=1, /a%20b?x=1" })
	void tidiesAPastedPath(String typed, String path) {
		assertThat(this.questions.reply("health", this.shop, Map.of("path", typed)))
			.isEqualTo(new Reply.Accepted(Map.of("path", path), null));
	}

	@Test
	void refusesSizesOutOfBounds() {
		assertThat(errors("web", Map.of("instanceType", "t4g.small", "count", "21"))).containsEntry("count",
				"Type a number from 1 to 20.");
		assertThat(errors("database", Map.of("class", "db.t4g.small", "storage", "19", "standby", "no")))
			.containsEntry("storage", "Type a size from 20 to 65,536.");
		assertThat(errors("web", Map.of("instanceType", "t4g.small", "count", "many"))).containsEntry("count",
				"Type a whole number, for example 1.");
	}

	@Test
	void wantsAHostNameThatMoves() {
		assertThat(errors("domains", Map.of("shop.example.com", "stay", "www.shop.example.com", "stay", "ttl", "60")))
			.containsKey("shop.example.com");
	}

	private Map<String, String> errors(String key, Map<String, String> typed) {
		return ((Reply.Refused) this.questions.reply(key, this.shop, typed)).errors();
	}

}

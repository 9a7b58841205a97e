package io.shiplift.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseLimits;
import io.shiplift.forecast.Load;
import io.shiplift.forecast.Rehearsed;
import io.shiplift.mover.Shape;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MethodTopic}.
 */
class MethodTopicTests {

	private final Questions questions = Apps.questions();

	private final Setting shop = Apps.setting(Apps.shop()).with(Apps.proposed(Apps.shop()));

	@Test
	void saysForEachMethodHowLongTheAppIsDown() {
		Question question = ask(database(true, true), List.of());
		assertThat(question.fields().getFirst().options()).extracting(Question.Option::value)
			.containsExactly("WINDOW", "AHEAD", "BACKUP");
		assertThat(question.fields().getFirst().options()).allMatch(Question.Option::possible)
			.allMatch((option) -> option.note().contains("Forecast: about"))
			.allMatch((option) -> option.note().contains("general figures, no rehearsal yet"));
	}

	@Test
	void speaksFromRehearsalsOnceThereAreSome() {
		Rehearsed move = new Rehearsed(Instant.parse("2026-11-20T10:00:00Z"), "WINDOW",
				new Load(2_000_000_000L, 9_000_000, 4_000_000_000L, 1, 1), Map.of("rows", 30_000L));
		List<Question.Option> options = ask(database(true, true), List.of(move)).fields().getFirst().options();
		assertThat(options.getFirst().note()).contains("about 50 s without the app", "1 rehearsal of 20 Nov");
		assertThat(options.get(1).note()).contains("general figures");
	}

	@Test
	void greysOutWhatTheRoleMayNotDoAndSaysWhy() {
		List<Question.Option> options = ask(database(false, true), List.of()).fields().getFirst().options();
		assertThat(options.get(1).obstacle()).contains("may not make a schema");
		assertThat(options.get(1).note()).doesNotContain("Forecast");
		assertThat(options.getFirst().possible()).isTrue();
		assertThat(ask(database(true, false), List.of()).fields().getFirst().options().get(1).obstacle())
			.contains("may not put triggers");
		Reply reply = this.questions.reply("method", this.shop.seen(new Look(database(false, true), List.of())),
				Map.of("method", "AHEAD"));
		assertThat(((Reply.Refused) reply).errors().get("method")).startsWith("Choose another answer.");
	}

	@Test
	void offersOnlyTheWindowForMysqlAndAsksWhoMakesTheTables() {
		Answers answers = this.shop.answers()
			.with("source", Map.of("kind", "address", "host", "db.example.com", "port", "3306", "database", "d", "user",
					"u", "credentialId", "c", "engine", "mysql"));
		Setting setting = this.shop.with(answers);
		List<Question.Field> fields = this.questions.ask("method", setting).fields();
		assertThat(fields.getFirst().options()).extracting(Question.Option::possible)
			.containsExactly(true, false, false);
		assertThat(fields.getFirst().options().get(1).obstacle()).contains("triggers of PostgreSQL");
		assertThat(fields.get(1).proposal()).isEqualTo("CONVERTED");
		Reply reply = this.questions.reply("method", setting, Map.of("method", "WINDOW", "shape", "MIGRATED"));
		Plan.SourceDatabase planned = SourceTopic.database(answers.with("method", ((Reply.Accepted) reply).values()));
		assertThat(planned.tables()).isEqualTo(Shape.MIGRATED);
		assertThat(planned.conversion()).contains("the app's own migrations make");
		assertThat(SourceTopic.database(answers).conversion()).contains("tables like the source's");
		assertThat(this.questions.ask("method", this.shop).fields()).extracting(Question.Field::name)
			.doesNotContain("shape");
	}

	@Test
	void saysThatHerokusAddressTurnedOutToBeOfMysql() {
		DatabaseFacts seen = database(DatabaseEngine.MYSQL, false, false);
		assertThat(ask(seen, List.of()).fields().getFirst().options()).noneMatch(Question.Option::possible)
			.allMatch((option) -> option.obstacle().contains("choose another database there"));
	}

	@Test
	void keepsATeamsOwnQuestionsForThePlan() {
		Reply reply = this.questions.reply("method", this.shop, Map.of("method", "WINDOW", "question1",
				" select count(*), sum(total) from shop_order ", "question3", "values (1)"));
		Map<String, String> kept = ((Reply.Accepted) reply).values();
		Answers answers = this.shop.answers().with("method", kept);
		assertThat(OwnQuestions.of(answers)).containsExactly("select count(*), sum(total) from shop_order",
				"values (1)");
		assertThat(OwnQuestions.of(this.shop.answers())).isEmpty();
	}

	@Test
	void offersToProveEverythingAgainAndSaysWhatThatTakes() {
		Question.Field depth = ask(database(true, true), List.of()).fields().get(1);
		assertThat(depth.options()).extracting(Question.Option::value).containsExactly("FAST", "DEEP");
		assertThat(depth.options().getFirst().note()).contains("Forecast: about", "Copied ahead: Forecast");
		assertThat(depth.options().getLast().note()).contains("Forecast: about");
		Reply reply = this.questions.reply("method", this.shop, Map.of("method", "WINDOW", "depth", "DEEP"));
		Answers answers = this.shop.answers().with("method", ((Reply.Accepted) reply).values());
		assertThat(ProofDepths.of(answers)).isEqualTo(Plan.SourceDatabase.Depth.DEEP);
		assertThat(ProofDepths.of(Answers.none())).isEqualTo(Plan.SourceDatabase.Depth.FAST);
	}

	@Test
	void refusesQuestionsThatCouldChangeSomething() {
		Reply reply = this.questions.reply("method", this.shop, Map.of("method", "WINDOW", "question1",
				"delete from shop_order", "question2", "select 1; drop table shop_order"));
		assertThat(((Reply.Refused) reply).errors()).containsOnlyKeys("question1", "question2");
		assertThat(((Reply.Refused) reply).errors().get("question1")).contains("starts with SELECT");
		assertThat(((Reply.Refused) reply).typed()).containsEntry("question1", "delete from shop_order");
	}

	@Test
	void saysWhatASafetyCopyCostsAndKeepsTheDays() {
		Question question = ask(database(true, true), List.of());
		Question.Field safety = question.fields()
			.stream()
			.filter((field) -> field.name().equals("safety"))
			.findFirst()
			.orElseThrow();
		assertThat(safety.proposal()).isEqualTo("no");
		assertThat(safety.options().get(1).note()).contains("adds nothing to the time without the app",
				"about 1 min and at most 2.0 GB");
		Reply reply = this.questions.reply("method", this.shop, Map.of("method", "WINDOW", "safety", "30"));
		Answers answers = this.shop.answers().with("method", ((Reply.Accepted) reply).values());
		assertThat(SafetyChoice.days(answers)).isEqualTo(30);
		assertThat(SafetyChoice.days(this.shop.answers())).isZero();
	}

	@Test
	void asksNothingWhereTheDataComesFromAFile() {
		Reply.Accepted file = Questions.uploaded("mine.dump", "0".repeat(64), 12);
		Questions.Change change = this.questions.change(this.shop.answers(), "source", file.values());
		Setting uploaded = this.shop.with(change.answers());
		assertThat(change.reopened()).isEmpty();
		assertThat(this.questions.open(uploaded)).isEmpty();
		assertThat(this.questions.summary("method", uploaded))
			.containsExactly(Map.entry("How the data moves", "Restored from the uploaded backup"));
		assertThat(this.questions.ask("method", uploaded).fields()).hasSize(1);
		Questions.Change back = this.questions.change(change.answers(), "source", Map.of("kind", "heroku"));
		assertThat(back.reopened()).containsExactly("method");
	}

	@Test
	void tellsWhatWasSeen() {
		assertThat(ask(database(true, true), List.of()).notes())
			.anyMatch((note) -> note.contains("2.6 GB in 1 table with"))
			.anyMatch((note) -> note.contains("public.events with 1.9 GB"))
			.anyMatch((note) -> note.contains("17 of 20 connections are in use; the copy takes 1 stream."))
			.anyMatch((note) -> note.contains("the log of changes may take 260 MB"))
			.anyMatch((note) -> note.contains("planned 64 GiB hold it; 7 GiB"))
			.contains("A remark.");
	}

	@Test
	void warnsOfTooLittleStorage() {
		Setting small = this.shop.with(this.shop.answers()
			.with("database", Map.of("class", "db.t4g.medium", "storage", "5", "standby", "no")));
		assertThat(this.questions.ask("method", small.seen(new Look(database(true, true), List.of()))).notes())
			.anyMatch((note) -> note.contains("planned 5 GiB are too little: 7 GiB"));
	}

	@Test
	void offersMethodsWithoutAForecastIfNobodyAnswers() {
		Question question = ask(DatabaseFacts.unreachable("No server answered."), List.of());
		assertThat(question.notes()).singleElement().asString().contains("no forecast", "No server answered.");
		assertThat(question.fields().getFirst().options()).allMatch(Question.Option::possible);
	}

	private Question ask(DatabaseFacts database, List<Rehearsed> past) {
		return this.questions.ask("method", this.shop.seen(new Look(database, past)));
	}

	private static DatabaseFacts database(boolean maySchema, boolean mayTrigger) {
		return database(DatabaseEngine.POSTGRES, maySchema, mayTrigger);
	}

	private static DatabaseFacts database(DatabaseEngine engine, boolean maySchema, boolean mayTrigger) {
		DatabaseLimits limits = new DatabaseLimits(2_000_000_000L, 4_000_000_000L, "public.events", 1_900_000_000L, 1,
				0, 20, 17, List.of(), maySchema, mayTrigger);
		return new DatabaseFacts(true, "15.18 (Debian)", 15, "UTF8", new DatabaseFacts.Sorting("C", "C", null),
				"public", 2_600_000_000L,
				List.of(new DatabaseFacts.Table("public", "events", 9_000_000, 2_500_000_000L)), List.of(), List.of(),
				List.of("A remark."), limits, engine);
	}

}

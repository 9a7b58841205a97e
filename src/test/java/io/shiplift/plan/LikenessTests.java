package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Assumption.Origin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Likeness}, and for what {@link Assumptions} say of it.
 */
class LikenessTests {

	private final Questions questions = Apps.questions();

	private final Answers example = Apps.proposed(Apps.shop())
		.with("region", Map.of("region", "eu-central-1"))
		.with("web", Map.of("instanceType", "t4g.large", "count", "3"))
		.with("health", Map.of("path", "/ok"));

	@Test
	void answersAllThatTheOtherAppSays() {
		Answers answers = this.questions.alike(like(Apps.shop()));
		assertThat(answers.values()).containsKeys("region", "processes", "web", "database", "method", "addons",
				"config", "domains", "health");
		assertThat(answers.value("web", "count")).isEqualTo("3");
		assertThat(answers.value("health", "path")).isEqualTo("/ok");
		assertThat(answers.has("source")).as("its database is its own").isFalse();
	}

	@Test
	void asksOnlyForDifferences() {
		SourceApp other = new SourceApp("blog", "eu", "heroku-24", Apps.shop().processes(),
				Apps.withConfigVar(Apps.shop(), new SourceApp.ConfigVar("BLOG_TITLE", false, null)).configVars(),
				Apps.shop().addOns(), List.of("blog.example.com"));
		Setting setting = like(other);
		Setting alike = setting.with(this.questions.alike(setting));
		assertThat(this.questions.open(alike)).containsExactly("source", "config", "domains");
		Question config = this.questions.ask("config", alike);
		assertThat(config.proposal()).containsEntry("BLOG_TITLE", "PLAIN").containsEntry("SECRET_KEY", "SECRET");
		assertThat(config.fields().getFirst().reason()).startsWith("As in Shop. ");
		assertThat(this.questions.ask("domains", alike).proposal()).containsEntry("ttl", "60");
	}

	@Test
	void takesNoAnswerThatDoesNotFit() {
		Map<String, String> web = new TreeMap<>(this.example.of("web"));
		web.put("instanceType", "m1.gone");
		Setting setting = like(Apps.shop(), this.example.with("web", web));
		assertThat(this.questions.alike(setting).has("web")).isFalse();
		assertThat(this.questions.ask("web", setting).proposal()).containsEntry("instanceType", "t4g.medium")
			.containsEntry("count", "3");
	}

	@Test
	void takesNoSecretAlong() {
		Map<String, String> config = new TreeMap<>(this.example.of("config"));
		config.put("SENTRY_DSN", "ASKED");
		config.put("value:SENTRY_DSN", "0123456789abcdef");
		Setting setting = like(Apps.shop(), this.example.with("config", config));
		assertThat(this.questions.alike(setting).has("config")).isFalse();
		assertThat(this.questions.alike(setting).toJson()).doesNotContain("0123456789abcdef");
	}

	@Test
	void saysWhereEachAssumptionComesFrom() {
		Setting setting = like(Apps.shop());
		Setting alike = setting.with(this.questions.alike(setting).with("health", Map.of("path", "/mine")));
		List<Assumption> sheet = new Assumptions(this.questions).of(alike);
		assertThat(origin(sheet, "AWS region")).isEqualTo(Origin.EXAMPLE);
		assertThat(origin(sheet, "Path")).isEqualTo(Origin.ASKED);
		assertThat(origin(sheet, "Source database")).isEqualTo(Origin.OPEN);
		List<Assumption> plain = new Assumptions(this.questions)
			.of(Apps.setting(Apps.shop()).with(Apps.proposed(Apps.shop())));
		assertThat(origin(plain, "AWS region")).isEqualTo(Origin.DETECTED);
		assertThat(origin(plain, "Path")).isEqualTo(Origin.DEFAULT);
		assertThat(plain).allSatisfy((line) -> assertThat(line.source()).isNotBlank());
	}

	private static Origin origin(List<Assumption> sheet, String label) {
		return sheet.stream().filter((line) -> line.label().equals(label)).findFirst().orElseThrow().origin();
	}

	private Setting like(SourceApp app) {
		return like(app, this.example);
	}

	private static Setting like(SourceApp app, Answers answers) {
		Known.Example example = new Known.Example("k3f9abcd", "Shop", answers);
		return new Setting(List.of(app.name()), app, Answers.none().with("app", Map.of("app", app.name())))
			.with(Known.NOTHING.with(example));
	}

}

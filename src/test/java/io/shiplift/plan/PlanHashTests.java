package io.shiplift.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlanHash} and {@link CanonicalJson}.
 */
class PlanHashTests {

	private final Plan plan = new Planner(Apps.questions()).plan("k3f9abcd", "Sh\u00f6p \u2013 \u201cone\u201d",
			Apps.setting(Apps.shop()).with(Apps.proposed(Apps.shop())),
			List.of(new Plan.Resource("network", "AWS::EC2::VPC", "Vpc")));

	@Test
	void isTheSameOnEveryMachine() throws IOException {
		try (InputStream in = getClass().getResourceAsStream("plan.json")) {
			String stored = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
			Plan read = CanonicalJson.read(stored, Plan.class);
			assertThat(CanonicalJson.of(read)).isEqualTo(stored);
			assertThat(PlanHash.of(read)).isEqualTo(PlanHash.of(stored))
				.isEqualTo("81eafe51b19576ec0549c6c3bc1bb4764092740acbd853c6ce541872e90d5512");
		}
	}

	@Test
	void keepsTheHashOfPlansFromBeforeMethods() {
		assertThat(this.plan.database().method()).isEqualTo(Plan.SourceDatabase.Method.WINDOW);
		assertThat(CanonicalJson.of(this.plan)).doesNotContain("\"method\"");
	}

	@Test
	void hashesAnotherMethodThanTheUsual() {
		Plan ahead = new Planner(Apps.questions()).plan("k3f9abcd", this.plan.name(),
				Apps.setting(Apps.shop()).with(Apps.proposed(Apps.shop()).with("method", Map.of("method", "AHEAD"))),
				this.plan.resources());
		assertThat(CanonicalJson.read(CanonicalJson.of(ahead), Plan.class)).isEqualTo(ahead);
		assertThat(PlanHash.of(ahead)).isNotEqualTo(PlanHash.of(this.plan));
	}

	@Test
	void hashesAnotherDepthThanTheUsual() {
		assertThat(CanonicalJson.of(this.plan)).doesNotContain("\"depth\"");
		Plan deep = new Planner(Apps.questions()).plan("k3f9abcd", this.plan.name(),
				Apps.setting(Apps.shop())
					.with(Apps.proposed(Apps.shop()).with("method", Map.of("method", "WINDOW", "depth", "DEEP"))),
				this.plan.resources());
		assertThat(deep.database().depth()).isEqualTo(Plan.SourceDatabase.Depth.DEEP);
		assertThat(CanonicalJson.read(CanonicalJson.of(deep), Plan.class)).isEqualTo(deep);
		assertThat(PlanHash.of(deep)).isNotEqualTo(PlanHash.of(this.plan));
	}

	@Test
	void keepsTheHashOfPlansWithoutASafetyCopy() {
		assertThat(CanonicalJson.of(this.plan)).doesNotContain("safetyDays");
		Plan safe = new Planner(Apps.questions()).plan("k3f9abcd", this.plan.name(),
				Apps.setting(Apps.shop())
					.with(Apps.proposed(Apps.shop()).with("method", Map.of("method", "WINDOW", "safety", "90"))),
				this.plan.resources());
		assertThat(safe.database().safetyDays()).isEqualTo(90);
		assertThat(CanonicalJson.read(CanonicalJson.of(safe), Plan.class)).isEqualTo(safe);
		assertThat(PlanHash.of(safe)).isNotEqualTo(PlanHash.of(this.plan));
	}

	@Test
	void comesBackFromJsonAsItWas() {
		Plan read = CanonicalJson.read(CanonicalJson.of(this.plan), Plan.class);
		assertThat(read).isEqualTo(this.plan);
		assertThat(PlanHash.of(read)).isEqualTo(PlanHash.of(this.plan));
	}

	@Test
	void changesWithEveryChange() {
		Answers other = Apps.proposed(Apps.shop()).with("health", Map.of("path", "/ok"));
		Plan changed = new Planner(Apps.questions()).plan("k3f9abcd", this.plan.name(),
				Apps.setting(Apps.shop()).with(other), this.plan.resources());
		assertThat(PlanHash.of(changed)).isNotEqualTo(PlanHash.of(this.plan));
	}

	@Test
	void sortsNamesAtEveryDepth() {
		Map<String, Object> inner = new LinkedHashMap<>();
		inner.put("z", 1);
		inner.put("a", List.of(true, "q\"\\\n\u0001\u00e9"));
		Map<String, Object> outer = new LinkedHashMap<>();
		outer.put("b", inner);
		outer.put("a", Map.of());
		assertThat(CanonicalJson.of(outer))
			.isEqualTo("{\"a\":{},\"b\":{\"a\":[true,\"q\\\"\\\\\\n\\u0001\u00e9\"],\"z\":1}}");
	}

	@Test
	void keepsAnswersInJson() {
		Answers answers = Apps.proposed(Apps.shop());
		assertThat(Answers.fromJson(answers.toJson())).isEqualTo(answers);
		assertThat(Answers.fromJson("{}")).isEqualTo(Answers.none());
	}

}

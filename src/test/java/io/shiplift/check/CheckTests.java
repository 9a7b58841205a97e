package io.shiplift.check;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.check.Verdict.Kind;
import io.shiplift.check.result.Catalogue;
import io.shiplift.testing.PageTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for every check: what makes it find something, and that it is content with an app
 * that is well.
 */
@PageTest
class CheckTests {

	@Autowired
	private Catalogue catalogue;

	@Test
	void everyCheckHasSomethingThatItFinds() {
		assertThat(this.catalogue.all()).hasSizeGreaterThanOrEqualTo(65);
		assertThat(this.catalogue.all().stream().map((check) -> check.sheet().key()).collect(Collectors.toSet()))
			.isEqualTo(new TreeSet<>(Fixtures.all().keySet()));
	}

	@TestFactory
	Stream<DynamicTest> findsWhatIsWrong() {
		Map<String, List<Fixtures.Break>> fixtures = Fixtures.all();
		return this.catalogue.all()
			.stream()
			.map((check) -> DynamicTest.dynamicTest(check.sheet().key(),
					() -> fixtures.get(check.sheet().key()).forEach((broken) -> {
						Verdict verdict = Catalogue.judge(check, broken.in(SeenApp.shop()).context());
						assertThat(verdict.kind()).as(verdict.note()).isEqualTo(Kind.FOUND);
						assertThat(verdict.findings()).allSatisfy((finding) -> {
							assertThat(finding.cause()).endsWith(".").hasSizeLessThan(250);
							assertThat(finding.remedy()).endsWith(".").hasSizeLessThan(400);
						});
					})));
	}

	@TestFactory
	Stream<DynamicTest> isContentWithWhatIsWell() {
		return this.catalogue.all().stream().map((check) -> DynamicTest.dynamicTest(check.sheet().key(), () -> {
			Verdict verdict = Catalogue.judge(check, SeenApp.shop().context());
			assertThat(verdict.kind()).as(verdict.findings() + verdict.note()).isEqualTo(Kind.CLEAR);
		}));
	}

	@TestFactory
	Stream<DynamicTest> stopsNothingWhereLittleIsKnown() {
		return this.catalogue.all().stream().map((check) -> DynamicTest.dynamicTest(check.sheet().key(), () -> {
			Verdict verdict = Catalogue.judge(check, SeenApp.shop().bare());
			assertThat(verdict.kind()).as(verdict.findings() + verdict.note()).isNotEqualTo(Kind.FOUND);
			if (!check.sheet().needs().isEmpty() && !check.sheet().needs().contains(Need.DJANGO)) {
				assertThat(verdict.kind()).isEqualTo(Kind.UNKNOWN);
				assertThat(verdict.note()).endsWith(".");
			}
		}));
	}

	@Test
	void doesNotCallUnknownWhatIsNotThere() {
		SeenApp plain = SeenApp.shop().withoutCode();
		assertThat(Catalogue.judge(check("debug"), plain.context()).isUnknown()).isTrue();
		assertThat(Catalogue
			.judge(check("debug"), SeenApp.shop().code(io.shiplift.repository.Topic.FRAMEWORK, "", "flask").context())
			.isClear()).isTrue();
	}

	@Test
	void asksThePlanWhatBecomesOfAddOns() {
		SeenApp logs = SeenApp.shop().addOn("papertrail-1", "papertrail", "choklad", 700);
		assertThat(judge("kept-vendors", logs).isClear()).as("the plan replaces it").isTrue();
		assertThat(judge("kept-vendors", logs.answer("addons", "papertrail-1", "KEEP")).kind()).isEqualTo(Kind.FOUND);
		SeenApp odd = SeenApp.shop().addOn("odd-1", "odd-things", "large", 900);
		assertThat(judge("unknown-add-ons", odd).kind()).isEqualTo(Kind.FOUND);
		assertThat(judge("unknown-add-ons", odd.answer("addons", "odd-1", "REPLACE")).isClear()).isTrue();
		SeenApp cache = SeenApp.shop().addOn("rediscloud-1", "rediscloud", "30", 0);
		assertThat(judge("other-redis", cache.answer("addons", "rediscloud-1", "REPLACE")).isClear()).isTrue();
		SeenApp two = SeenApp.shop()
			.addOn("redis-1", "heroku-redis", "mini", 300, "REDIS_URL")
			.addOn("redis-2", "heroku-redis", "mini", 300, "QUEUE_URL");
		assertThat(judge("several-redis", two.answer("addons", "redis-2", "KEEP")).isClear()).isTrue();
	}

	@Test
	void keepsAnsweringWhenOneCheckBreaks() {
		Check broken = new Check() {

			@Override
			public CheckSheet sheet() {
				return CheckSheet.of("broken", Group.TOOL, "Broken");
			}

			@Override
			public Verdict judge(CheckContext context) {
				throw new IllegalStateException("a secret");
			}

		};
		Verdict verdict = Catalogue.judge(broken, SeenApp.shop().context());
		assertThat(verdict.isUnknown()).isTrue();
		assertThat(verdict.note()).contains("IllegalStateException").doesNotContain("a secret");
	}

	private Verdict judge(String key, SeenApp seen) {
		return Catalogue.judge(check(key), seen.context());
	}

	private Check check(String key) {
		return this.catalogue.find(key).orElseThrow();
	}

}

package io.shiplift.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.plan.ProcessFate.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProcessTopic}.
 */
class ProcessTopicTests {

	private final Questions questions = Apps.questions();

	@ParameterizedTest
	@CsvSource({ "web, MACHINES, MACHINES, t4g.small", "worker, MACHINES, ECS, 1 \u00d7 0.25 CPU and 0.5 GB of Fargate",
			"beat, MACHINES, ECS, 1 \u00d7 0.25 CPU and 0.5 GB of Fargate", "idle, NONE, NONE, ''" })
	void givesEachATargetAndASize(String type, Target chosen, Target recommended, String size) {
		ProcessFate fate = fates(Answers.none()).stream()
			.filter((candidate) -> candidate.type().equals(type))
			.findFirst()
			.orElseThrow();
		assertThat(fate.chosen()).isEqualTo(chosen);
		assertThat(fate.recommended()).isEqualTo(recommended);
		assertThat(fate.size()).isEqualTo(size);
		assertThat(fate.reason()).endsWith(".");
	}

	@Test
	void saysThatOnlyTheMachinesAreBuilt() {
		Question question = this.questions.ask("processes", setting());
		assertThat(question.hint()).contains("builds the web machines of Elastic Beanstalk and nothing else");
		assertThat(question.fields().get(1).reason()).contains("this version builds only the web machines")
			.contains("0.5 GB of Fargate, about $7 a month");
		assertThat(question.notes()).anySatisfy((note) -> assertThat(note).contains("beat looks like a clock"))
			.anySatisfy((note) -> assertThat(note).contains("clearsessions").contains("this version builds none"));
	}

	@Test
	void keepsAWishAsAWish() {
		List<ProcessFate> fates = fates(Answers.none()
			.with("processes", Map.of("web", "MACHINES", "worker", "ECS", "beat", "TIMER", "idle", "NONE")));
		assertThat(fates).extracting(ProcessFate::built).containsExactly(true, false, false, true);
	}

	@Test
	void leavesOutWhatShallNotRun() {
		Mapping mapping = new Mapping(List.of(), fates(Answers.none()), Map.of(), Map.of(), 0, null);
		assertThat(mapping.runs("web")).isTrue();
		assertThat(mapping.runs("idle")).isFalse();
		assertThat(Mapping.NONE.runs("idle")).as("as plans from before").isTrue();
	}

	@Test
	void cannotLeaveTheWebOut() {
		assertThat(this.questions.reply("processes", setting(),
				Map.of("web", "NONE", "worker", "MACHINES", "beat", "MACHINES", "idle", "NONE")))
			.isInstanceOf(Reply.Refused.class);
	}

	private List<ProcessFate> fates(Answers answers) {
		return new Processes(setting().with(answers.with("web", Map.of("instanceType", "t4g.small"))),
				Prices.standard())
			.fates();
	}

	private static Setting setting() {
		SourceApp shop = Apps.shop();
		List<SourceApp.Process> processes = new ArrayList<>(shop.processes());
		processes.add(new SourceApp.Process("idle", "python idle.py", 0, "Standard-1X"));
		SourceApp app = new SourceApp(shop.name(), shop.region(), shop.stack(), processes, shop.configVars(),
				shop.addOns(), shop.domains());
		SourceServices services = new SourceServices(List.of(), List.of(), true,
				List.of(new SourceServices.Job("python manage.py clearsessions", "every day at 02:30 UTC")), List.of());
		return Apps.setting(app).with(Known.NOTHING.with(SourceSnapshot.of(app).with(services)));
	}

}

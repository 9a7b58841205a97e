package io.shiplift.steps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Mapping;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepCatalog;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the order that follows from the facts is the runbook. The stored text keeps
 * the order visible in review although nobody writes it down in code.
 */
@SpringBootTest(
		properties = { "db-scheduler.enabled=false", "spring.datasource.url=jdbc:h2:mem:order;DB_CLOSE_DELAY=-1" })
class RunbookOrderTests {

	@Autowired
	StepCatalog catalog;

	@Test
	void followsTheRunbook() throws IOException {
		assertThat(order(plan(Plan.SourceDatabase.Method.WINDOW, 0))).isEqualTo(stored("runbook-beanstalk.txt"));
	}

	@Test
	void copiesAheadBeforeAnybodyNoticesAndKeepsASafetyCopyBesideTheRest() throws IOException {
		assertThat(order(plan(Plan.SourceDatabase.Method.AHEAD, 30))).isEqualTo(stored("runbook-beanstalk-ahead.txt"));
	}

	private String order(Plan plan) {
		StringBuilder text = new StringBuilder();
		for (RunKind kind : RunKind.values()) {
			text.append(kind).append('\n');
			steps(kind, plan).forEach((step) -> text.append("  ")
				.append(step.key())
				.append(step.after().isEmpty() ? "" : " after " + String.join(", ", step.after()))
				.append('\n'));
		}
		return text.toString();
	}

	private List<StepCatalog.Planned> steps(RunKind kind, Plan plan) {
		List<StepCatalog.Planned> forward = this.catalog.forward(kind, plan);
		if (!kind.backward()) {
			return forward;
		}
		List<String> started = this.catalog.forward(RunKind.CUTOVER, plan)
			.stream()
			.map(StepCatalog.Planned::key)
			.toList();
		if (kind == RunKind.RETURN) {
			return this.catalog.backward(kind, started);
		}
		List<String> built = this.catalog.forward(RunKind.PREPARE, plan)
			.stream()
			.map(StepCatalog.Planned::key)
			.collect(Collectors.toList());
		built.addAll(started);
		List<StepCatalog.Planned> torn = this.catalog.backward(kind, built);
		return java.util.stream.Stream.concat(torn.stream(), forward.stream()).toList();
	}

	private static String stored(String name) throws IOException {
		try (InputStream in = RunbookOrderTests.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static Plan plan(Plan.SourceDatabase.Method method, int safetyDays) {
		SourceApp app = new SourceApp("shop", "us", "heroku-24", List.of(), List.of(),
				List.of(new SourceApp.AddOn("redis-curly", "heroku-redis", "premium-0", 1500, List.of("REDIS_URL"))),
				List.of("shop.example.com"));
		return new Plan("k3f9x2ab", "Shop", "beanstalk", "us-east-1", app,
				new Plan.SourceDatabase(Plan.SourceDatabase.Kind.HEROKU, "", 0, "", "", "", method).safeFor(safetyDays),
				new Plan.Sizes("t4g.small", 2, "db.t4g.medium", 50, false, "cache.t4g.small"), Map.of(),
				new Plan.Dns(List.of("shop.example.com"), 60), "/", List.of(), List.of(), Mapping.NONE);
	}

}

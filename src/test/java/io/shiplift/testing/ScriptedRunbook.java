package io.shiplift.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.shiplift.fact.Certificate;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.Fact;
import io.shiplift.fact.FileStore;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.MaintenanceOn;
import io.shiplift.fact.NothingLeft;
import io.shiplift.fact.SourceApp;
import io.shiplift.fact.TrafficMoved;
import io.shiplift.plan.Mapping;
import io.shiplift.plan.Plan;
import io.shiplift.step.Blueprint;
import io.shiplift.step.Outlook;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.step.StepSheet.Trait;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small runbook for tests of pages: every step is done at once with a plausible fact,
 * unless a test told it what to answer.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ScriptedRunbook {

	@Bean
	Script script(JdbcClient jdbc) {
		return new Script(jdbc);
	}

	@Bean
	@Primary
	StepCatalog scriptedCatalog(Script script) {
		return new StepCatalog(List.of(
				script.step(new FileStore("uploads", "work", "us-east-1", ""),
						sheet("store", "File store", FileStore.class).forward(RunKind.PREPARE)
							.backward(RunKind.TEARDOWN)
							.with(Trait.BY_HAND)),
				script.step(new Certificate("arn:certificate", List.of("shop.example.com")),
						sheet("certificate", "Certificate", Certificate.class).needs(FileStore.class)
							.forward(RunKind.PREPARE)
							.backward(RunKind.TEARDOWN)
							.with(Trait.SKIPPABLE)),
				script.step(new MaintenanceOn(false, "web"),
						sheet("maintenance", "Maintenance page on", MaintenanceOn.class).forward(RunKind.CUTOVER)
							.backward(RunKind.RETURN)),
				script.step(new DataVerified("shop", 12, 200_000, 9, 1200),
						sheet("verify", "Compare the data", DataVerified.class).needs(MaintenanceOn.class)
							.forward(RunKind.REHEARSAL, RunKind.CUTOVER)),
				script.step(new Forecast(94, Map.of("copy", 61L, "verify", 33L)),
						sheet("forecast", "Forecast", Forecast.class).needs(DataVerified.class)
							.forward(RunKind.REHEARSAL)),
				script.step(new TrafficMoved(List.of(), "2026-11-21T08:00:00Z"),
						sheet("traffic", "Move the traffic", TrafficMoved.class).needs(DataVerified.class)
							.forward(RunKind.CUTOVER)
							.backward(RunKind.RETURN)
							.with(Trait.POINT_OF_NO_RETURN)),
				script.step(new NothingLeft(List.of()),
						sheet("sweep", "Look for leftovers", NothingLeft.class).forward(RunKind.TEARDOWN))));
	}

	private static StepSheet sheet(String key, String title, Class<? extends Fact> yields) {
		return StepSheet.of(key, title, "What “" + title + "” is good for.", yields);
	}

	/** A plan that the scripted steps are content with. */
	public static Plan plan(String migrationId, String name) {
		SourceApp app = new SourceApp("shop", "us", "heroku-24",
				List.of(new SourceApp.Process("web", "gunicorn shop.wsgi", 1, "Standard-1X")), List.of(), List.of(),
				List.of());
		return new Plan(migrationId, name, "beanstalk", "us-east-1", app,
				new Plan.SourceDatabase(Plan.SourceDatabase.Kind.HEROKU, "", 0, "", "", ""),
				new Plan.Sizes("t4g.small", 2, "db.t4g.medium", 50, false, "cache.t4g.small"), Map.of(),
				new Plan.Dns(List.of("shop.example.com"), 60), "/", List.of(), List.of(), Mapping.NONE);
	}

	/** What steps shall answer next, by key. */
	public static final class Script {

		private final Map<String, Deque<StepResult>> answers = new TreeMap<>();

		private final JdbcClient jdbc;

		Script(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		public void answer(String key, StepResult result) {
			this.answers.computeIfAbsent(key, (missing) -> new ArrayDeque<>()).add(result);
		}

		/** Forgets all answers, migrations and runs. */
		public void startAfresh() {
			this.answers.clear();
			List.of("scheduled_tasks", "form_token", "code_scan", "code_correction", "fact", "evidence", "attempt",
					"approval", "step_run", "run", "plan", "check_result", "check_override", "source_snapshot",
					"migration")
				.forEach((table) -> this.jdbc.sql("delete from " + table).update());
		}

		Step step(Fact fact, StepSheet sheet) {
			return new Scripted(this, sheet, fact);
		}

		StepResult next(String key, StepResult otherwise) {
			Deque<StepResult> waiting = this.answers.get(key);
			return (waiting == null || waiting.isEmpty()) ? otherwise : waiting.remove();
		}

	}

	private record Scripted(Script script, StepSheet sheet, Fact fact) implements Step {

		/** Only the file store is built from a template. */
		@Override
		public Optional<Blueprint> blueprint(Outlook outlook) {
			if (!key().equals("store")) {
				return Optional.empty();
			}
			return Optional.of(new Blueprint("store", outlook.name("store"),
					"Resources: {Files: {Type: 'AWS::S3::Bucket'}}\n", Map.of(), Set.of(), Set.of(),
					Map.of("shiplift:migration", outlook.migrationId(), "shiplift:settings", "s1"), false));
		}

		@Override
		public Optional<Fact> byHand(Plan plan, String person) {
			return Optional.of(this.fact);
		}

		@Override
		public StepResult advance(StepContext context) {
			return this.script.next(key(), StepResult.done(this.fact));
		}

		@Override
		public StepResult undo(StepContext context) {
			return this.script.next("undo " + key(), StepResult.undone());
		}

	}

}

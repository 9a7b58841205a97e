package io.shiplift.execution;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.shiplift.credentials.Connection;
import io.shiplift.credentials.Leave;
import io.shiplift.fact.SourceApp;
import io.shiplift.migration.StepTask;
import io.shiplift.plan.Mapping;
import io.shiplift.plan.Plan;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how far the connection of a step goes.
 */
class RunnerContextTests {

	@ParameterizedTest
	@CsvSource({ "PREPARE, WINDOW, false, LOOK", "REHEARSAL, WINDOW, false, LOOK", "REHEARSAL, BACKUP, false, BACKUP",
			"CUTOVER, WINDOW, false, LOOK", "CUTOVER, WINDOW, true, CHANGE", "RETURN, WINDOW, false, CHANGE",
			"TEARDOWN, WINDOW, false, LOOK" })
	void onlyAnApprovedCutoverMayChangeHeroku(RunKind kind, Method method, boolean approved, Leave leave) {
		RunnerContext context = context(kind, method, approved, new Connection.Accounts("abc", "def", Leave.LOOK));
		assertThat(context.connection()).isEqualTo(new Connection.Accounts("abc", "def", leave));
	}

	@Test
	void practiceStaysPractice() {
		Connection practice = new Connection.Practice("w");
		assertThat(context(RunKind.CUTOVER, Method.WINDOW, true, practice).connection()).isEqualTo(practice);
	}

	@SuppressWarnings("NullAway")
	private static RunnerContext context(RunKind kind, Method method, boolean approved, Connection connection) {
		SourceApp app = new SourceApp("shop", "us", "heroku-24", List.of(), List.of(), List.of(), List.of());
		Plan plan = new Plan("k3f9abcd", "Shop", "beanstalk", "us-east-1", app,
				new SourceDatabase(SourceDatabase.Kind.HEROKU, "", 0, "", "", "", method),
				new Plan.Sizes("t4g.small", 2, "db.t4g.medium", 50, false, ""), Map.of(), new Plan.Dns(List.of(), 60),
				"/", List.of(), List.of(), Mapping.NONE);
		Decision decision = approved ? new Decision("Olga", "Ada", "", "hash") : null;
		StepTask task = new StepTask(1, 1, "step", false, 1, "k3f9abcd", 1, kind, 1, 1, plan, decision);
		return new RunnerContext(task, connection, null, null, Clock.systemUTC());
	}

}

package io.shiplift.web;

import java.time.Duration;
import java.util.List;

import io.shiplift.approval.Approvals;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.security.Member;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepResult;
import io.shiplift.testing.ManualEngine;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.Scene;
import io.shiplift.testing.ScriptedRunbook;
import io.shiplift.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the home page: what needs whom, and what runs.
 */
@PageTest
class HomeTests {

	@Autowired
	private HomeView view;

	@Autowired
	private Visitors.Clicks clicks;

	@Autowired
	private ManualEngine.Driver engine;

	@Autowired
	private ScriptedRunbook.Script script;

	@Autowired
	private Scene scene;

	@Autowired
	private Runs runs;

	@Autowired
	private Approvals approvals;

	private Migration shop;

	@BeforeEach
	void freezePlan() {
		this.shop = this.scene.frozen();
	}

	@Test
	void showsWhatRuns() {
		this.script.answer("store", StepResult.underway(Duration.ofSeconds(5), "The bucket is being made", 40));
		Run run = this.runs.start(this.shop.id(), RunKind.PREPARE, Visitors.OLGA);
		this.engine.runDue();
		assertThat(page(Visitors.VERA))
			.contains("Preparation of Shop", "The bucket is being made", "0 of 2 steps",
					"href=\"/runs/" + run.id() + "\"", "status-running")
			.doesNotContain("Start a migration");
		this.engine.runUntilIdle(20);
		assertThat(page(Visitors.VERA)).doesNotContain("Preparation of Shop").contains("Plan 1 frozen");
	}

	@Test
	void aStuckStepNeedsAnOperator() {
		this.script.answer("store", StepResult.failed("The bucket <name> is taken."));
		this.runs.start(this.shop.id(), RunKind.PREPARE, Visitors.OLGA);
		this.engine.runDue();
		assertThat(page(Visitors.OLGA)).contains("Preparation of Shop failed", "The bucket &lt;name&gt; is taken.");
		assertThat(page(Visitors.VERA)).contains("Nothing. You will find").doesNotContain("is taken.");
	}

	@Test
	void aDecisionNeedsAnApproverWhoIsNotTheRequester() {
		this.scene.rehearse(this.shop);
		Run cutover = this.approvals.request(this.shop.id(), "tonight", Visitors.OLGA);
		assertThat(needs(Visitors.ADA)).containsExactly("Decide on the cutover of Shop");
		assertThat(needs(Visitors.OLGA)).isEmpty();
		assertThat(needs(Visitors.VERA)).isEmpty();
		String hash = this.approvals.of(cutover).orElseThrow().planHash();
		this.approvals.decide(cutover.id(), true, hash, "go", Visitors.ADA);
		assertThat(needs(Visitors.ADA)).isEmpty();
		assertThat(needs(Visitors.OLGA)).containsExactly("Cutover of Shop is approved");
	}

	@Test
	void anotherTeamSeesNothingOfIt() {
		this.script.answer("store", StepResult.failed("No."));
		this.runs.start(this.shop.id(), RunKind.PREPARE, Visitors.OLGA);
		this.engine.runDue();
		assertThat(this.view.of(Visitors.STRANGER)).isEqualTo(new Home(List.of(), List.of(), List.of()));
		assertThat(page(Visitors.STRANGER)).contains("No migrations yet").doesNotContain("Shop");
	}

	private List<String> needs(Member member) {
		return this.view.of(member).needs().stream().map(Home.Need::title).toList();
	}

	private String page(Member member) {
		return assertThat(this.clicks.get(member, "/")).hasStatusOk().bodyText().actual();
	}

}

package io.shiplift.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.credentials.Connection;
import io.shiplift.fact.Fact;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Facts;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.NotNow;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.plan.Plan;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.step.Blueprint;
import io.shiplift.step.Outlook;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepCatalog;

import org.springframework.stereotype.Component;

/**
 * Previews of the stacks that a frozen plan would build or change. What is looked at is
 * bound to the plan: its change sets are named after the settings that follow from it,
 * and only those are carried out.
 */
@Component
public class Previews {

	private final Migrations migrations;

	private final Connections connections;

	private final Runs runs;

	private final Facts facts;

	private final StepCatalog catalog;

	private final AwsAccounts accounts;

	private final Journal journal;

	Previews(Migrations migrations, Connections connections, Runs runs, Facts facts, StepCatalog catalog,
			AwsAccounts accounts, Journal journal) {
		this.migrations = migrations;
		this.connections = connections;
		this.runs = runs;
		this.facts = facts;
		this.catalog = catalog;
		this.accounts = accounts;
		this.journal = journal;
	}

	/** The stacks in the order in which they are built. */
	public List<StackPreview> of(Migration migration, FrozenPlan frozen) {
		Plan plan = this.migrations.read(frozen);
		Optional<StackLooks> looks = looks(migration, plan);
		return drafts(plan).stream()
			.map((draft) -> looks.map((aws) -> aws.look(draft.title(), draft.blueprint()))
				.orElseGet(() -> StackLooks.byTemplate(draft.title(), draft.blueprint())))
			.toList();
	}

	/** One stack by its part, such as {@code network}. */
	public Optional<Blueprint> blueprint(FrozenPlan frozen, String part) {
		return drafts(this.migrations.read(frozen)).stream()
			.map(Draft::blueprint)
			.filter((blueprint) -> blueprint.part().equals(part))
			.findFirst();
	}

	/** Whether there is an AWS account that can be asked. */
	public boolean possible(Migration migration) {
		return !(this.connections.of(migration.id()) instanceof Connection.Accounts pair) || pair.aws() != null;
	}

	/** Lets AWS work out what would happen; answers for how many stacks. */
	public int ask(Migration migration, FrozenPlan frozen, Member member) {
		StackLooks looks = required(migration, frozen, member);
		int asked = 0;
		for (Draft draft : drafts(this.migrations.read(frozen))) {
			asked += looks.ask(draft.blueprint()) ? 1 : 0;
		}
		write(migration, member, "AWS was asked what plan " + frozen.number() + " would change, for " + asked
				+ ((asked == 1) ? " stack" : " stacks"));
		return asked;
	}

	/** Clears away what was asked; nothing of it stays in the account. */
	public void discard(Migration migration, FrozenPlan frozen, Member member) {
		StackLooks looks = required(migration, frozen, member);
		drafts(this.migrations.read(frozen)).forEach((draft) -> looks.discard(draft.blueprint()));
		write(migration, member, "The preview of plan " + frozen.number() + " was cleared away");
	}

	private StackLooks required(Migration migration, FrozenPlan frozen, Member member) {
		member.require(Role.OPERATOR);
		if (this.runs.of(migration.id(), member).stream().map(Run::status).anyMatch((status) -> !status.isOver())) {
			throw new NotNow("A run is under way and builds or changes these stacks itself. Look at it instead.");
		}
		return looks(migration, this.migrations.read(frozen))
			.orElseThrow(() -> new NotNow("No AWS account is connected to this migration yet. Choose one first."));
	}

	private Optional<StackLooks> looks(Migration migration, Plan plan) {
		if (!possible(migration)) {
			return Optional.empty();
		}
		Connection connection = this.connections.of(migration.id());
		return Optional.of(new StackLooks(this.accounts.open(connection, plan.region()).stacks(), migration.id()));
	}

	private List<Draft> drafts(Plan plan) {
		List<Draft> drafts = new ArrayList<>();
		Outlook outlook = new Known(plan, this.facts);
		for (StepCatalog.Planned planned : this.catalog.forward(RunKind.PREPARE, plan)) {
			Step step = this.catalog.step(planned.key());
			step.blueprint(outlook).ifPresent((blueprint) -> drafts.add(new Draft(step.title(), blueprint)));
		}
		return drafts;
	}

	private void write(Migration migration, Member member, String text) {
		this.journal.write(JournalKind.PLAN, Subject.migration(migration.teamId(), migration.id()), member.name(),
				text);
	}

	/** A stack that could be built. */
	private record Draft(String title, Blueprint blueprint) {

	}

	/** The plan with the facts that stand now. */
	private record Known(Plan plan, Facts facts) implements Outlook {

		@Override
		public String migrationId() {
			return this.plan.migrationId();
		}

		@Override
		public <F extends Fact> Optional<F> find(Class<F> type) {
			return this.facts.find(migrationId(), 0, type);
		}

	}

}

package io.shiplift.migration.web;

import io.shiplift.migration.Past;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.security.Member;
import io.shiplift.step.RunKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says what is sensible to do once a run is over or waits for approval.
 */
@Component
class NextActs {

	private final Runs runs;

	NextActs(Runs runs) {
		this.runs = runs;
	}

	@Nullable Next after(Run run, Member member) {
		String migration = "/migrations/" + run.migrationId();
		return switch (run.status()) {
			case REQUESTED -> Next.link("An approver has to decide before anything happens.", "Open the cutover page",
					migration + "/cutover");
			case APPROVED -> Next.link("It is approved and waits for somebody to start it.", "Open the cutover page",
					migration + "/cutover");
			case REJECTED -> Next.link("It was refused or taken back. Nothing was changed.", "Open the cutover page",
					migration + "/cutover");
			case DONE, CANCELLED -> over(run, member, migration);
			case RUNNING, WAITING, CANCELLING -> null;
		};
	}

	private @Nullable Next over(Run run, Member member, String migration) {
		boolean done = run.status() == RunStatus.DONE;
		RunKind follows = done ? switch (run.kind()) {
			case PREPARE -> RunKind.REHEARSAL;
			case REHEARSAL -> RunKind.CUTOVER;
			case CUTOVER, RETURN, TEARDOWN -> null;
		} : (run.kind() == RunKind.CUTOVER) ? RunKind.RETURN : run.kind();
		if (follows == null) {
			return null;
		}
		Past past = this.runs.past(run.migrationId(), member);
		if (!past.obstacle(follows).isEmpty()) {
			return null;
		}
		return switch (follows) {
			case PREPARE -> again(RunKind.PREPARE);
			case REHEARSAL -> done ? rehearse() : again(RunKind.REHEARSAL);
			case CUTOVER ->
				Next.link("Next: ask for approval of the cutover.", "Go to the cutover", migration + "/cutover");
			case RETURN -> back(past, migration);
			case TEARDOWN ->
				Next.link("Something may be left on AWS.", "Tear down again", migration + "/runs/new?kind=TEARDOWN");
		};
	}

	private static Next rehearse() {
		return Next.start(
				"Next: a rehearsal. It copies the data into a scratch database and measures; users notice nothing.",
				"Start the rehearsal", RunKind.REHEARSAL);
	}

	private static Next again(RunKind kind) {
		return Next.start("What was finished stays. A new run looks at what exists and goes on from there.",
				"Start again", kind);
	}

	private static Next back(Past past, String migration) {
		String lost = past.pointOfNoReturn().isPresent()
				? "Traffic may already run on AWS. Before you go back, the next page says what would be lost."
				: "The cutover stopped before the point of no return. Going back puts everything as it was; nothing is lost.";
		return Next.link(lost, "Go back to Heroku", migration + "/runs/new?kind=RETURN");
	}

}

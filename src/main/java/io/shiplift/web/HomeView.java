package io.shiplift.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.approval.Approvals;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepStatus;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gathers the home page of a member from the modules that know.
 */
@Component
class HomeView {

	private final Migrations migrations;

	private final Runs runs;

	private final Approvals approvals;

	HomeView(Migrations migrations, Runs runs, Approvals approvals) {
		this.migrations = migrations;
		this.runs = runs;
		this.approvals = approvals;
	}

	Home of(Member member) {
		List<Migration> all = this.migrations.all(member);
		Map<String, String> names = all.stream().collect(Collectors.toMap(Migration::id, Migration::name));
		List<Run> open = this.runs.open(member);
		List<Home.Need> needs = Stream.concat(decisions(member, names), acts(member, open, names))
			.sorted(Comparator.comparing(Home.Need::since))
			.toList();
		return new Home(needs, open.stream().map((run) -> running(run, names)).toList(),
				all.stream().map(HomeView::row).toList());
	}

	private Stream<Home.Need> decisions(Member member, Map<String, String> names) {
		if (!member.is(Role.APPROVER)) {
			return Stream.empty();
		}
		return this.approvals.open(member)
			.stream()
			.filter((approval) -> approval.objection(member.userId()).isEmpty())
			.filter((approval) -> this.approvals.lapsed(approval, member).isEmpty())
			.map((approval) -> new Home.Need("Decide on the cutover of " + name(names, approval.migrationId()),
					approval.requester() + " asks you to release it.", "/approvals", "Look and decide",
					approval.requestedAt()));
	}

	private static Stream<Home.Need> acts(Member member, List<Run> open, Map<String, String> names) {
		if (!member.is(Role.OPERATOR)) {
			return Stream.empty();
		}
		List<Home.Need> needs = new ArrayList<>();
		for (Run run : open) {
			String title = run.kind().title() + " of " + name(names, run.migrationId());
			if (run.status() == RunStatus.APPROVED) {
				needs.add(new Home.Need(title + " is approved", "It starts when somebody starts it.", href(run),
						"Go to the start", run.requestedAt()));
			}
			run.steps()
				.stream()
				.filter((step) -> step.status().waitsForPerson())
				.map((step) -> new Home.Need(
						title + ((step.status() == StepStatus.FAILED) ? " failed" : " waits for you"),
						firstOf(step.problem(), step.note(), "Step " + step.key()), href(run), "Look at it",
						Objects.requireNonNullElse(step.startedAt(), run.requestedAt())))
				.forEach(needs::add);
		}
		return needs.stream();
	}

	private static Home.Running running(Run run, Map<String, String> names) {
		List<StepRun> steps = run.steps();
		int done = (int) steps.stream().filter((step) -> step.status().letsOthersGo()).count();
		String now = steps.stream()
			.filter((step) -> step.status() == StepStatus.RUNNING || step.status() == StepStatus.RETRYING)
			.map(StepRun::note)
			.filter((note) -> !note.isBlank())
			.findFirst()
			.orElse(null);
		return new Home.Running(href(run), name(names, run.migrationId()), run.kind().title(), badge(run.status()),
				word(run.status()), now, done, steps.size(), since(run));
	}

	private static Instant since(Run run) {
		Instant started = run.startedAt();
		return (started != null) ? started : run.requestedAt();
	}

	private static Home.Row row(Migration migration) {
		String plan = (migration.planNumber() > 0) ? "Plan " + migration.planNumber() + " frozen" : "Draft";
		return new Home.Row("/migrations/" + migration.id(), migration.name(), migration.target(), plan,
				migration.editedAt());
	}

	private static String badge(RunStatus status) {
		return switch (status) {
			case WAITING -> "needs-person";
			case CANCELLING -> "undoing";
			default -> status.name();
		};
	}

	private static String word(RunStatus status) {
		return switch (status) {
			case REQUESTED -> "Waits for approval";
			case APPROVED -> "Approved";
			case RUNNING -> "Running";
			case WAITING -> "Waits for a person";
			case CANCELLING -> "Stopping";
			case DONE -> "Done";
			case REJECTED -> "Rejected";
			case CANCELLED -> "Cancelled";
		};
	}

	private static String href(Run run) {
		return "/runs/" + run.id();
	}

	private static String name(Map<String, String> names, String migrationId) {
		return names.getOrDefault(migrationId, migrationId);
	}

	private static String firstOf(@Nullable String... texts) {
		return Stream.of(texts)
			.filter(Objects::nonNull)
			.map(Function.<String>identity())
			.filter((text) -> !text.isBlank())
			.findFirst()
			.orElse("");
	}

}

package io.shiplift.approval.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.approval.Approval;
import io.shiplift.approval.Approvals;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import io.shiplift.step.RunKind;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * All runs of the team, newest first, a page at a time.
 */
@Controller
class HistoryController {

	private static final int PAGE = 50;

	private final Runs runs;

	private final Approvals approvals;

	private final Migrations migrations;

	private final People people;

	HistoryController(Runs runs, Approvals approvals, Migrations migrations, People people) {
		this.runs = runs;
		this.approvals = approvals;
		this.migrations = migrations;
		this.people = people;
	}

	@GetMapping("/history")
	String page(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String result,
			@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Member member, Model model) {
		List<Run> found = this.runs.history(member, before, kinds(kind), Result.of(result).statuses(), PAGE + 1);
		List<Run> shown = found.stream().limit(PAGE).toList();
		model.addAttribute("rows", rows(shown, member));
		model.addAttribute("older", (found.size() > PAGE) ? shown.getLast().id() : null);
		model.addAttribute("paged", before != Long.MAX_VALUE);
		model.addAttribute("kind", kind);
		model.addAttribute("result", result);
		model.addAttribute("kinds", RunKind.values());
		model.addAttribute("results", Result.values());
		return "approval/history";
	}

	private List<HistoryRow> rows(List<Run> runs, Member member) {
		Map<Long, Approval> decisions = this.approvals.of(runs.stream().map(Run::id).toList(), member);
		Map<String, String> migrations = this.migrations.all(member)
			.stream()
			.collect(Collectors.toMap(Migration::id, Migration::name));
		Map<Long, String> names = this.people
			.names(new HashSet<>(runs.stream().map(Run::requestedBy).collect(Collectors.toSet())));
		return runs.stream().map((run) -> {
			Approval approval = decisions.get(run.id());
			return new HistoryRow(run, migrations.getOrDefault(run.migrationId(), run.migrationId()),
					names.getOrDefault(run.requestedBy(), "somebody"), (approval != null) ? approval.decider() : null);
		}).toList();
	}

	private static Set<RunKind> kinds(String kind) {
		Set<RunKind> kinds = Arrays.stream(RunKind.values())
			.filter((candidate) -> candidate.name().equalsIgnoreCase(kind))
			.collect(Collectors.toSet());
		return kinds.isEmpty() ? EnumSet.allOf(RunKind.class) : kinds;
	}

}

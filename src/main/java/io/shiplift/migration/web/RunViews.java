package io.shiplift.migration.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.journal.JournalKind;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepTimes;
import io.shiplift.migration.StepTimes.Usual;
import io.shiplift.migration.web.RunView.Latest;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the page of a run together, with a fixed number of queries.
 */
@Component
class RunViews {

	/** As many lines as a page shows of a run's journal. */
	static final int LINES = 500;

	private final Runs runs;

	private final Migrations migrations;

	private final StepTimes times;

	private final Journal journal;

	private final StepViews stepViews;

	private final People people;

	private final Clock clock;

	RunViews(Runs runs, Migrations migrations, StepTimes times, Journal journal, StepViews stepViews, People people,
			Clock clock) {
		this.runs = runs;
		this.migrations = migrations;
		this.times = times;
		this.journal = journal;
		this.stepViews = stepViews;
		this.people = people;
		this.clock = clock;
	}

	RunView of(long id, Member member) {
		Run run = this.runs.find(id, member);
		Migration migration = this.migrations.find(run.migrationId(), member);
		Instant now = this.clock.instant();
		Map<StepRun, Usual> usual = this.times.of(run);
		List<JournalEntry> entries = this.journal.newest(run.teamId(), null, run.id(), LINES);
		List<StepView> steps = this.stepViews.of(run, member, usual, entries, now);
		return new RunView(run, migration, steps, Eta.of(run, usual, now), latest(steps, entries), names(run));
	}

	private Map<Long, String> names(Run run) {
		Set<Long> ids = new HashSet<>(Set.of(run.requestedBy()));
		run.steps().stream().map(StepRun::decidedBy).filter(Objects::nonNull).forEach(ids::add);
		return this.people.names(ids);
	}

	private static @Nullable Latest latest(List<StepView> steps, List<JournalEntry> newestFirst) {
		Map<String, String> titles = steps.stream()
			.collect(Collectors.toMap(StepView::key, (step) -> step.texts().title()));
		return newestFirst.stream()
			.filter((entry) -> entry.kind() == JournalKind.NOTE || entry.kind() == JournalKind.STEP
					|| entry.kind() == JournalKind.RUN)
			.findFirst()
			.map((entry) -> new Latest(sentence(entry, titles), entry.at()))
			.orElse(null);
	}

	private static String sentence(JournalEntry entry, Map<String, String> titles) {
		String title = (entry.kind() == JournalKind.NOTE) ? titles.get(String.valueOf(entry.subject().stepKey()))
				: null;
		return (title != null) ? title + ": " + entry.text() : entry.text();
	}

}

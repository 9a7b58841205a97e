package io.shiplift.migration.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.shiplift.journal.JournalEntry;
import io.shiplift.migration.Attempt;
import io.shiplift.migration.Facts;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepStatus;
import io.shiplift.migration.StepTimes.Usual;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.step.Step;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepSheet.Trait;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the steps of a run together as its page shows them.
 */
@Component
class StepViews {

	/** As many of a step's last journal lines as are shown with it. */
	private static final int NOTES = 8;

	private static final StepView.Traces NOTHING = new StepView.Traces(List.of(), List.of());

	private final Runs runs;

	private final Facts facts;

	private final FactLines factLines;

	private final StepCatalog catalog;

	StepViews(Runs runs, Facts facts, FactLines factLines, StepCatalog catalog) {
		this.runs = runs;
		this.facts = facts;
		this.factLines = factLines;
		this.catalog = catalog;
	}

	List<StepView> of(Run run, Member member, Map<StepRun, Usual> usual, List<JournalEntry> newestFirst, Instant now) {
		boolean mayAct = member.is(Role.OPERATOR) && run.status().isActive();
		Map<Long, List<Attempt>> attempts = this.runs.attempts(run);
		Map<String, StepView.Traces> traces = traces(run, newestFirst);
		return run.steps().stream().map((step) -> {
			Step definition = this.catalog.find(step.key()).orElse(null);
			return new StepView(step, texts(step, definition), actions(step, definition, mayAct), step.elapsed(now),
					usual.get(step), attempts.getOrDefault(step.id(), List.of()),
					traces.getOrDefault(step.key(), NOTHING));
		}).toList();
	}

	private Map<String, StepView.Traces> traces(Run run, List<JournalEntry> newestFirst) {
		Map<String, List<FactLines.Line>> lines = this.facts.of(run)
			.stream()
			.collect(Collectors.toMap(Facts.Left::stepKey, (left) -> this.factLines.of(left.document()),
					(first, second) -> second));
		Map<String, List<JournalEntry>> notes = newestFirst.stream()
			.filter((entry) -> entry.subject().stepKey() != null)
			.collect(Collectors.groupingBy((entry) -> String.valueOf(entry.subject().stepKey())));
		return run.steps().stream().collect(Collectors.toMap(StepRun::key, (step) -> {
			List<JournalEntry> last = notes.getOrDefault(step.key(), List.of()).stream().limit(NOTES).toList();
			return new StepView.Traces(lines.getOrDefault(step.key(), List.of()), last.reversed());
		}));
	}

	private static StepView.Texts texts(StepRun step, @Nullable Step definition) {
		String title = (definition != null) ? definition.title() : step.key();
		return new StepView.Texts(step.backward() ? "Undo: " + title : title,
				(definition != null) ? definition.sheet().purpose() : "");
	}

	private static StepView.Actions actions(StepRun step, @Nullable Step definition, boolean mayAct) {
		boolean stopped = step.status() == StepStatus.FAILED || step.status() == StepStatus.NEEDS_PERSON
				|| step.status() == StepStatus.RETRYING;
		if (!stopped || !mayAct || definition == null) {
			return new StepView.Actions(false, false, false);
		}
		return new StepView.Actions(true, definition.is(Trait.SKIPPABLE), definition.is(Trait.BY_HAND));
	}

}

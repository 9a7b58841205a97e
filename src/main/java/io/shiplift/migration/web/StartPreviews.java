package io.shiplift.migration.web;

import java.time.Instant;
import java.util.List;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Past;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.security.Member;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepCatalog;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says before a run what it would do and what would be lost by it.
 */
@Component
class StartPreviews {

	private final Runs runs;

	private final StepCatalog catalog;

	StartPreviews(Runs runs, StepCatalog catalog) {
		this.runs = runs;
		this.catalog = catalog;
	}

	Preview of(String migrationId, RunKind kind, Member member) {
		Past past = this.runs.past(migrationId, member);
		String obstacle = past.obstacle(kind);
		List<Line> lines = obstacle.isEmpty()
				? this.runs.preview(migrationId, kind, member).stream().map(this::line).toList() : List.of();
		Instant lostSince = lostSince(past, kind);
		return new Preview(past.migration(), kind, obstacle, lines, lostSince, nameNeeded(kind, lostSince));
	}

	/** Whether the person has to type the migration's name, and typed another. */
	boolean wrongName(String migrationId, StartForm form, Member member) {
		Past past = this.runs.past(migrationId, member);
		return nameNeeded(form.kind(), lostSince(past, form.kind())) && !form.name().equals(past.migration().name());
	}

	private static boolean nameNeeded(RunKind kind, @Nullable Instant lostSince) {
		return kind == RunKind.TEARDOWN || lostSince != null;
	}

	private static @Nullable Instant lostSince(Past past, RunKind kind) {
		return (kind == RunKind.RETURN) ? past.pointOfNoReturn().orElse(null) : null;
	}

	private Line line(StepRun step) {
		String title = this.catalog.find(step.key()).map(Step::title).orElse(step.key());
		String purpose = this.catalog.find(step.key()).map((definition) -> definition.sheet().purpose()).orElse("");
		return new Line(step.backward() ? "Undo: " + title : title, step.backward() ? "" : purpose);
	}

	/** What a run would do. */
	record Preview(Migration migration, RunKind kind, String obstacle, List<Line> lines, @Nullable Instant lostSince,
			boolean nameNeeded) {

	}

	/** One step that would be done. */
	record Line(String title, String purpose) {

	}

}

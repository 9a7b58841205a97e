package io.shiplift.migration.web;

import java.time.Instant;
import java.util.List;

import io.shiplift.migration.Migration;
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

	Preview of(Migration migration, RunKind kind, Member member) {
		String obstacle = this.runs.obstacle(migration.id(), kind, member);
		List<Line> lines = obstacle.isEmpty()
				? this.runs.preview(migration.id(), kind, member).stream().map(this::line).toList() : List.of();
		return new Preview(migration, kind, obstacle, lines, lostSince(migration, kind, member),
				nameNeeded(migration, kind, member));
	}

	/** Whether the person has to type the migration's name. */
	boolean nameNeeded(Migration migration, RunKind kind, Member member) {
		return kind == RunKind.TEARDOWN || lostSince(migration, kind, member) != null;
	}

	private @Nullable Instant lostSince(Migration migration, RunKind kind, Member member) {
		return (kind == RunKind.RETURN) ? this.runs.pointOfNoReturn(migration.id(), member).orElse(null) : null;
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

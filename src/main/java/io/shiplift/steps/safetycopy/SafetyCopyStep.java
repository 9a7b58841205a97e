package io.shiplift.steps.safetycopy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.shiplift.data.BackupMove;
import io.shiplift.data.DatabaseEngine;
import io.shiplift.data.MoveState;
import io.shiplift.data.SafetyCopies;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.SafetyCopied;
import io.shiplift.fact.TriggersRemoved;
import io.shiplift.mover.BackupContents;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.SourceDatabases;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes a backup file of the source, which accepts no writes any more. It begins once
 * the copy is proved, and nothing waits for it, so it costs no time without the app.
 */
@Component
class SafetyCopyStep implements Step {

	private static final Duration POLL = Duration.ofSeconds(2);

	private final SourceDatabases sources;

	private final BackupMove backups;

	private final SafetyCopies copies;

	private final JsonMapper json;

	SafetyCopyStep(SourceDatabases sources, BackupMove backups, SafetyCopies copies, JsonMapper json) {
		this.sources = sources;
		this.backups = backups;
		this.copies = copies;
		this.json = json;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet.of("safetycopy", "Safety copy of the source",
				"Writes a backup file of the source beside the other steps; a rehearsal tries it and deletes the file.",
				SafetyCopied.class)
			.needs(DataVerified.class, TriggersRemoved.class)
			.forward(RunKind.REHEARSAL, RunKind.CUTOVER)
			.with(StepSheet.Trait.SKIPPABLE);
	}

	@Override
	public boolean appliesTo(Plan plan) {
		return plan.database().safetyDays() > 0 && !SourceDatabases.file(plan)
				&& plan.database().engine() == DatabaseEngine.POSTGRES;
	}

	@Override
	public StepResult advance(StepContext context) {
		String token = token(context, context.attempt());
		Optional<MoveState> state = this.backups.state(token);
		if (state.isEmpty()) {
			for (int attempt = 1; attempt < context.attempt(); attempt++) {
				this.backups.stop(token(context, attempt));
			}
			context.act("Write a safety copy of the source",
					() -> this.backups.dump(token, this.sources.address(context.connection(), context.plan())));
			return StepResult.underway(POLL, "The safety copy is being written", 0);
		}
		MoveState writing = state.get();
		return switch (writing.status()) {
			case RUNNING -> StepResult.underway(POLL, writing.message(), writing.percent());
			case DONE -> keep(context, token, writing);
			case DIED -> StepResult.retry(writing.message());
			case FAILED -> StepResult
				.failed(writing.message() + " The move goes on without it. Retry writes it once more, or skip it.");
		};
	}

	private StepResult keep(StepContext context, String token, MoveState writing) {
		BackupContents contents = this.backups.dumped(token);
		Instant now = context.clock().instant();
		boolean rehearsal = context.kind() == RunKind.REHEARSAL;
		if (rehearsal) {
			context.act("Delete the safety copy of the rehearsal", () -> this.backups.stop(token));
		}
		else {
			context.act("Keep the safety copy for " + context.plan().database().safetyDays() + " days",
					() -> this.copies.keep(context.migrationId(), context.runId(), Path.of(contents.file())));
		}
		Instant until = rehearsal ? now : now.plus(Duration.ofDays(context.plan().database().safetyDays()));
		long millis = writing.pace().millisByPhase().values().stream().mapToLong(Long::longValue).sum();
		SafetyCopied copied = new SafetyCopied(contents.sha256(), contents.bytes(), contents.tables(), millis,
				until.toString());
		context.keep(this.json.writeValueAsString(copied));
		return StepResult.done(copied);
	}

	private static String token(StepContext context, int attempt) {
		return context.name("safetycopy") + "-" + context.runId() + "-" + attempt;
	}

}

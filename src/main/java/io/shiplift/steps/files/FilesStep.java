package io.shiplift.steps.files;

import java.util.List;

import io.shiplift.data.BackupFiles;
import io.shiplift.data.FinishedJobs;
import io.shiplift.data.SafetyCopies;
import io.shiplift.fact.FilesDeleted;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Deletes every file with data of the app from this machine: uploaded backups, safety
 * copies, and what jobs left.
 */
@Component
class FilesStep implements Step {

	private final SafetyCopies copies;

	private final BackupFiles uploads;

	private final FinishedJobs jobs;

	FilesStep(SafetyCopies copies, BackupFiles uploads, FinishedJobs jobs) {
		this.copies = copies;
		this.uploads = uploads;
		this.jobs = jobs;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("files", "Files deleted",
					"Deletes uploaded backups, safety copies and working files of this migration from this machine.",
					FilesDeleted.class)
			.forward(RunKind.TEARDOWN);
	}

	@Override
	public StepResult advance(StepContext context) {
		int files = 0;
		long bytes = 0;
		for (SafetyCopies.Copy copy : this.copies.of(context.migrationId())) {
			bytes += context.act("Delete the safety copy of RUN-" + copy.runId(), () -> this.copies.delete(copy));
			files++;
		}
		for (String sha256 : this.uploads.of(context.migrationId())) {
			bytes += context.act("Delete the uploaded backup " + sha256,
					() -> this.uploads.delete(context.migrationId(), sha256));
			files++;
		}
		List<FinishedJobs.Job> jobs = this.jobs.of(context.migrationId());
		if (!jobs.isEmpty()) {
			context.act("Remove the working files of " + jobs.size() + " jobs", () -> jobs.forEach(this.jobs::remove));
		}
		return StepResult.done(new FilesDeleted(files, bytes));
	}

}

package io.shiplift.steps.copy;

import io.shiplift.plan.MoveMethod;
import io.shiplift.plan.Plan.SourceDatabase.Method;

import org.springframework.stereotype.Component;

/**
 * A backup is taken in the window and restored from its file.
 */
@Component
class BackupMethod implements MoveMethod {

	@Override
	public Method method() {
		return Method.BACKUP;
	}

	@Override
	public String title() {
		return "Restore from a backup file";
	}

	@Override
	public String effect() {
		return "The app is down while Heroku takes a backup and it is restored, which takes longer than a copy."
				+ " The file is deleted when the run is over.";
	}

}

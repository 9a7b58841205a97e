package io.shiplift.migration.web;

import io.shiplift.step.RunKind;

/**
 * A run to start, with the migration's name typed where that is asked.
 */
record StartForm(RunKind kind, String name, String token) {

	StartForm {
		name = (name != null) ? name.strip() : "";
		token = (token != null) ? token : "";
	}

}

package io.shiplift.migration.web;

import io.shiplift.step.RunKind;
import org.jspecify.annotations.Nullable;

/**
 * What is sensible to do after a run: follow a link, or start another run.
 */
record Next(String text, String label, @Nullable String href, @Nullable RunKind start) {

	static Next link(String text, String label, String href) {
		return new Next(text, label, href, null);
	}

	static Next start(String text, String label, RunKind kind) {
		return new Next(text, label, null, kind);
	}

}

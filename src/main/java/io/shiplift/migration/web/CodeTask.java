package io.shiplift.migration.web;

import io.shiplift.code.CodeScan;
import io.shiplift.code.CodeScans;
import io.shiplift.migration.HubTask;
import io.shiplift.migration.Migration;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says on the page of a migration whether its code was read.
 */
@Component
@Order(1)
class CodeTask implements HubTask {

	private static final String NOTE = "Optional: which lines of the app must change before the move, as patches.";

	private final CodeScans scans;

	CodeTask(CodeScans scans) {
		this.scans = scans;
	}

	@Override
	public Card card(Migration migration) {
		CodeScan scan = this.scans.latest(migration.id()).orElse(null);
		String path = "/migrations/" + migration.id() + "/code";
		if (scan == null) {
			return new Card("Read the code", NOTE, "WAITING", "Not yet", path, "Say where the code is");
		}
		return switch (scan.state()) {
			case READING -> new Card("Read the code", NOTE, "RUNNING", "Being read", path, "Look at it");
			case DONE -> new Card("Read the code", NOTE, "DONE", "Read", path, "See what we read");
			case FAILED -> new Card("Read the code", NOTE, "FAILED", "Could not be read", path, "See why");
		};
	}

}

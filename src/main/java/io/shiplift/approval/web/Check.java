package io.shiplift.approval.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One line of the go/no-go list: what was looked at, whether it is as it should be, since
 * when, and where to see it.
 */
record Check(boolean ok, String title, String finding, @Nullable String href, @Nullable Instant at) {

	static Check passed(String title, String finding) {
		return new Check(true, title, finding, null, null);
	}

	static Check missing(String title, String finding) {
		return new Check(false, title, finding, null, null);
	}

	Check seenAt(String href, @Nullable Instant at) {
		return new Check(this.ok, this.title, this.finding, href, at);
	}

}

package io.shiplift.migration.web;

import java.time.Instant;
import java.util.Map;

/**
 * Two people answered the same question: what stands, what was typed, and the way on with
 * either.
 */
record ConflictPage(String title, String who, Instant when, Map<String, String> theirs, Map<String, String> yours,
		Map<String, String> typed, String mark, String from, String action, String keep) {

}

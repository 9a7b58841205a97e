package io.shiplift.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.fact.SourceSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changed between two looks, in words: the part it belongs to, and what
 * happened.
 */
public record SourceChange(String part, String text) {

	/** What changed, part by part; what changes all the time is left out. */
	public static List<SourceChange> between(SourceSnapshot older, SourceSnapshot newer) {
		Map<String, Map<String, String>> before = SourceLines.of(older);
		Map<String, Map<String, String>> after = SourceLines.of(newer);
		List<SourceChange> changes = new ArrayList<>();
		Set<String> parts = new LinkedHashSet<>(before.keySet());
		parts.addAll(after.keySet());
		parts.forEach((part) -> compare(part, before.getOrDefault(part, Map.of()), after.getOrDefault(part, Map.of()),
				changes));
		return List.copyOf(changes);
	}

	private static void compare(String part, Map<String, String> before, Map<String, String> after,
			List<SourceChange> changes) {
		Set<String> names = new LinkedHashSet<>(before.keySet());
		names.addAll(after.keySet());
		for (String name : names) {
			String old = before.get(name);
			String current = after.get(name);
			if (old == null) {
				changes.add(new SourceChange(part, name + " is new" + more(current) + "."));
			}
			else if (current == null) {
				changes.add(new SourceChange(part, name + " is gone" + more(old) + "."));
			}
			else if (!old.equals(current)) {
				changes.add(new SourceChange(part, name + " was " + said(old) + " and is " + said(current) + "."));
			}
		}
	}

	private static String more(@Nullable String text) {
		return (text == null || text.isEmpty()) ? "" : ": " + text;
	}

	private static String said(String text) {
		return text.isEmpty() ? "nothing" : text;
	}

}

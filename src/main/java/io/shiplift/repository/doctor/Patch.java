package io.shiplift.repository.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.shiplift.repository.python.PythonFile;
import io.shiplift.repository.read.Excerpt;
import io.shiplift.repository.read.Sources;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Writes changes as a unified diff. Lines with secrets are kept out of it: there is less
 * context then, or no patch at all.
 */
final class Patch {

	private static final int MOST_CONTEXT = 3;

	private final Sources sources;

	Patch(Sources sources) {
		this.sources = sources;
	}

	/** The diff; empty if it cannot be written without showing a secret. */
	String of(Collection<Change> changes) {
		StringBuilder patch = new StringBuilder();
		for (String path : new TreeSet<>(changes.stream().map(Change::path).toList())) {
			String before = this.sources.text(path).orElse("");
			boolean odd = before.indexOf('\uFFFD') >= 0 || path.matches(".*[\\s\"\\\\].*") || mixed(before);
			String diff = odd ? "" : diff(path, before,
					after(path, before, changes.stream().filter((change) -> change.path().equals(path)).toList()));
			if (diff.isEmpty()) {
				return "";
			}
			patch.append(diff);
		}
		return patch.toString();
	}

	private static boolean mixed(String text) {
		int all = text.split("\n", -1).length;
		int windows = text.split("\r\n", -1).length;
		return text.indexOf('\r') >= 0 && all != windows;
	}

	private String after(String path, String before, List<Change> changes) {
		String end = before.contains("\r\n") ? "\r\n" : "\n";
		List<String> lines = new ArrayList<>(List.of(before.split("\r?\n", -1)));
		Set<String> imports = new LinkedHashSet<>();
		StringBuilder bodies = new StringBuilder();
		for (Change change : changes) {
			switch (change) {
				case Change.Replace replace -> lines.set(replace.line() - 1, replace.text());
				case Change.Append append -> {
					imports.addAll(append.imports());
					bodies.append((bodies.isEmpty()) ? "" : "\n").append(append.body()).append('\n');
				}
			}
		}
		if (!bodies.isEmpty()) {
			while (!lines.isEmpty() && lines.getLast().isBlank()) {
				lines.removeLast();
			}
			lines.addAll(List.of((head(path, imports) + bodies).split("\n", -1)));
		}
		return String.join(end, lines);
	}

	private String head(String path, Set<String> imports) {
		if (!path.endsWith(".py")) {
			return "";
		}
		PythonFile file = this.sources.python(path).orElseThrow();
		String missing = imports.stream()
			.filter((module) -> file.imports()
				.stream()
				.noneMatch((known) -> known.module().equals(module) && known.names().isEmpty()
						&& known.blocks().isEmpty()))
			.map((module) -> "import " + module + "  # noqa: E402\n")
			.collect(Collectors.joining());
		return missing.isEmpty() ? "\n" : "\n" + missing + "\n";
	}

	private String diff(String path, String before, String after) {
		RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
		RawText young = new RawText(after.getBytes(StandardCharsets.UTF_8));
		EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, young);
		for (int context = MOST_CONTEXT; context > 0; context--) {
			String hunks = hunks(edits, old, young, context);
			if (!shows(path, hunks, old)) {
				return "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path + "\n" + hunks;
			}
		}
		return "";
	}

	private static String hunks(EditList edits, RawText old, RawText young, int context) {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream();
				DiffFormatter formatter = new DiffFormatter(out)) {
			formatter.setContext(context);
			formatter.format(edits, old, young);
			return out.toString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether a line of the file itself that the diff repeats must not be shown. */
	private boolean shows(String path, String hunks, RawText old) {
		Set<String> secret = secretLines(path, old);
		return hunks.lines()
			.filter((line) -> line.startsWith(" ") || line.startsWith("-"))
			.map((line) -> line.substring(1))
			.anyMatch((line) -> secret.contains(line.strip()) || Excerpt.hides(line));
	}

	/** Lines of texts that span several, whose name says that they are secret. */
	private Set<String> secretLines(String path, RawText old) {
		Set<String> lines = new LinkedHashSet<>();
		if (path.endsWith(".py")) {
			this.sources.python(path).orElseThrow().assignments().forEach((assignment) -> {
				int first = assignment.line();
				int last = first + (int) this.sources.text(path)
					.orElse("")
					.replace("\r\n", "\n")
					.substring(assignment.value().place().start(), assignment.end())
					.lines()
					.count();
				boolean several = last > first + 1
						&& assignment.target().matches("(?i).*(secret|key|password|token|credential|cert).*");
				for (int line = first; several && line <= Math.min(last, old.size()); line++) {
					lines.add(old.getString(line - 1).strip());
				}
			});
			lines.removeIf((line) -> line.length() < 8);
		}
		return lines;
	}

}

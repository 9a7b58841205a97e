package io.shiplift.mover.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.mover.Restored;
import io.shiplift.mover.Side;
import io.shiplift.mover.Tools;
import io.shiplift.mover.work.Program;

/**
 * An archive of {@code pg_dump} in the working directory, of which only what belongs into
 * the target is restored.
 */
public final class Archive {

	private static final Pattern FINISHED = Pattern.compile("(?s).*finished item (\\d+) .*");

	private final Path file;

	private final Tools tools;

	private final Path list;

	private final List<Entry> kept;

	private final List<Restored.LeftOut> leftOut;

	private Archive(Path file, Tools tools, Path list, List<Entry> kept, List<Restored.LeftOut> leftOut) {
		this.file = file;
		this.tools = tools;
		this.list = list;
		this.kept = kept;
		this.leftOut = leftOut;
	}

	/** Writes what a snapshot is made of, without its rows. */
	public static void dumpSchema(Side source, String snapshot, Tools tools, Path file) {
		new Program(tools, "The source could not be read").run(source, "pg_dump",
				List.of("--format=custom", "--section=pre-data", "--section=post-data", "--compress=0", "--no-blobs",
						"--no-password", "--lock-wait-timeout=60000", "--exclude-schema=_heroku",
						"--exclude-schema=shiplift_ahead", "--no-publications", "--no-subscriptions",
						"--no-security-labels", "--snapshot=" + snapshot, "--file=" + file));
	}

	/** Reads the contents of a file; {@code present} are the schemas of the target. */
	public static Archive open(Path file, Tools tools, Set<String> present) {
		return open(TableOfContents.read(file, tools), file, Path.of(file.getFileName() + ".list"), tools, present);
	}

	/** The same with contents that were read before. */
	public static Archive open(TableOfContents contents, Path file, Path list, Tools tools, Set<String> present) {
		List<Entry> kept = new ArrayList<>();
		List<Restored.LeftOut> leftOut = new ArrayList<>();
		for (Entry entry : contents.entries()) {
			Optional<Rule> rule = present.stream().anyMatch(entry::schema) ? Optional.of(Rule.PRESENT)
					: entry.leftOut();
			rule.ifPresentOrElse((found) -> leftOut.add(new Restored.LeftOut(entry.text(), found.words())),
					() -> kept.add(entry));
		}
		write(list, kept);
		return new Archive(file, tools, list, List.copyOf(kept), List.copyOf(leftOut));
	}

	/** What is restored, in the order of the archive. */
	public List<Entry> entries() {
		return this.kept;
	}

	/** What is not restored, each with the rule that says why. */
	public List<Restored.LeftOut> leftOut() {
		return this.leftOut;
	}

	/** The file with the numbers of what is restored, for {@code --use-list}. */
	public Path list() {
		return this.list;
	}

	/** Restores one section and tells the numbers of entries as they are finished. */
	public void restore(Side target, Section section, int jobs, Consumer<Integer> finished) {
		if (section == Section.INDEXES && this.kept.stream().anyMatch(Entry::attaches)) {
			restorePartitioned(target, jobs, finished);
		}
		else {
			restore(target, section, this.list, jobs, finished);
		}
	}

	/**
	 * Indexes that are attached side by side to one of a partitioned table can leave that
	 * one invalid, and a foreign key on it is then refused.
	 */
	private void restorePartitioned(Side target, int jobs, Consumer<Integer> finished) {
		Predicate<Entry> last = (entry) -> entry.text().startsWith("FK CONSTRAINT ");
		restoreOnly(target, Predicate.not(last.or(Entry::attaches)), jobs, finished);
		restoreOnly(target, Entry::attaches, 1, finished);
		restoreOnly(target, last, jobs, finished);
	}

	private void restoreOnly(Side target, Predicate<Entry> entries, int jobs, Consumer<Integer> finished) {
		Path some = this.list.resolveSibling(this.list.getFileName() + ".some");
		write(some, this.kept.stream().filter(entries).toList());
		try {
			restore(target, Section.INDEXES, some, jobs, finished);
		}
		finally {
			delete(some);
		}
	}

	private void restore(Side target, Section section, Path entries, int jobs, Consumer<Integer> finished) {
		List<String> arguments = new ArrayList<>(List.of("--dbname=" + target.database(), "--use-list=" + entries,
				"--section=" + section.word, "--no-owner", "--no-acl", "--no-password", "--verbose"));
		if (jobs > 1) {
			arguments.add("--jobs=" + jobs);
		}
		if (!this.tools.newerThanTarget()) {
			arguments.add("--exit-on-error");
		}
		arguments.add(this.file.toString());
		new Program(this.tools, section.trouble).run(target, "pg_restore", arguments, (line) -> {
			Matcher matcher = FINISHED.matcher(line);
			if (matcher.matches()) {
				finished.accept(Integer.valueOf(matcher.group(1)));
			}
		});
	}

	/** Removes both files. */
	public void delete() {
		delete(this.file);
		delete(this.list);
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void write(Path list, List<Entry> entries) {
		try {
			Files.write(list, entries.stream().map((entry) -> entry.id() + ";").toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A part of an archive.
	 */
	public enum Section {

		/** Types, tables, functions. */
		TABLES("pre-data", "The tables could not be made"),

		/** Rows, large objects, positions of sequences. */
		ROWS("data", "The rows could not be written"),

		/** Indexes, constraints, triggers. */
		INDEXES("post-data", "Indexes and constraints could not be built");

		private final String word;

		private final String trouble;

		Section(String word, String trouble) {
			this.word = word;
			this.trouble = trouble;
		}

	}

}

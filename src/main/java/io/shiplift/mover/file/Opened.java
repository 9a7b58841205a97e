package io.shiplift.mover.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.shiplift.mover.BackupContents;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Names;
import io.shiplift.mover.Tools;
import io.shiplift.mover.archive.Entry;
import io.shiplift.mover.archive.TableOfContents;

/**
 * A backup file whose table of contents was read.
 */
record Opened(Path file, TableOfContents contents, Tools tools) {

	private static final Pattern EXTENSION = Pattern
		.compile("CREATE EXTENSION IF NOT EXISTS (\\S+|\"[^\"]+\") WITH SCHEMA ([^;]+);");

	private static final Pattern LOCALE = Pattern.compile("(LOCALE|LC_COLLATE|LC_CTYPE) = '([^']*)'");

	private static final Pattern SEARCH_PATH = Pattern.compile("ALTER DATABASE .* SET search_path TO (.*);");

	private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

	/** Refuses a file that these tools, of version {@code major}, cannot read. */
	static Opened of(Path file, Tools tools, int major) {
		int needs = Header.of(file).needs();
		if (needs > major) {
			throw new MoverProblem(
					"The backup was made by pg_dump " + needs + " or later, but the newest pg_restore here is " + major
							+ ". Install the client programs of PostgreSQL " + needs
							+ " or later (package postgresql-client-" + needs + "), then try again.");
		}
		return of(file, tools);
	}

	static Opened of(Path file, Tools tools) {
		return new Opened(file, TableOfContents.read(file, tools), tools);
	}

	BackupContents describe(String sha256) {
		keepList();
		String text = this.contents.statements(this.file, this.tools, Opened::tells);
		String version = this.contents.version();
		return new BackupContents(this.file.toAbsolutePath().toString(), size(), sha256, Header.of(this.file).needs(),
				this.contents.made(), version, major(version), locale(text, "LC_COLLATE"), locale(text, "LC_CTYPE"),
				searchPath(text), extensions(text),
				(int) this.contents.entries().stream().filter(Entry::table).count());
	}

	private static boolean tells(String text) {
		return text.startsWith("EXTENSION ") || text.startsWith("DATABASE ");
	}

	private static List<BackupContents.Extension> extensions(String text) {
		List<BackupContents.Extension> extensions = new ArrayList<>();
		Matcher matcher = EXTENSION.matcher(text);
		while (matcher.find()) {
			extensions.add(new BackupContents.Extension(unquoted(matcher.group(1)), unquoted(matcher.group(2))));
		}
		return List.copyOf(extensions);
	}

	private static String locale(String text, String which) {
		String all = "";
		Matcher matcher = LOCALE.matcher(text);
		while (matcher.find()) {
			if (matcher.group(1).equals(which)) {
				return matcher.group(2);
			}
			all = matcher.group(1).equals("LOCALE") ? matcher.group(2) : all;
		}
		return all;
	}

	/** Its elements are literals; as a setting they are names. */
	private static String searchPath(String text) {
		Matcher matcher = SEARCH_PATH.matcher(text);
		if (!matcher.find()) {
			return "";
		}
		return LITERAL.matcher(matcher.group(1))
			.results()
			.map((found) -> found.group(1).matches("[a-z_][a-z0-9_]*") ? found.group(1) : Names.quoted(found.group(1)))
			.collect(Collectors.joining(", "));
	}

	private void keepList() {
		try {
			Files.write(Path.of(BackupContents.LIST), this.contents.lines());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String unquoted(String name) {
		return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
	}

	private static int major(String version) {
		Matcher matcher = Pattern.compile("(\\d+).*").matcher(version);
		return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
	}

	private long size() {
		try {
			return Files.size(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.shiplift.mover.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.mover.Tools;
import io.shiplift.mover.work.Program;

/**
 * What an archive says that it holds.
 */
public final class TableOfContents {

	private static final Pattern VERSION = Pattern.compile(";\\s+Dumped from database version: (\\S+).*");

	private static final Pattern MADE = Pattern.compile("; Archive created at (.*)");

	private final List<String> lines;

	private final List<Entry> entries;

	private TableOfContents(List<String> lines) {
		this.lines = lines;
		this.entries = lines.stream().map(Entry::parse).flatMap(Optional::stream).toList();
	}

	public static TableOfContents read(Path file, Tools tools) {
		List<String> lines = new ArrayList<>();
		new Program(tools, "The archive could not be read").read("pg_restore",
				List.of("--list", "--create", file.toString()),
				(printed) -> new String(printed.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add));
		return new TableOfContents(List.copyOf(lines));
	}

	/** All lines, remarks included. */
	public List<String> lines() {
		return this.lines;
	}

	public List<Entry> entries() {
		return this.entries;
	}

	/** The version of the server that was dumped, empty if the archive does not say. */
	public String version() {
		return remark(VERSION);
	}

	/** When it was made, in the words of the machine that made it. */
	public String made() {
		return remark(MADE);
	}

	private String remark(Pattern which) {
		return this.lines.stream()
			.map(which::matcher)
			.filter(Matcher::matches)
			.map((matcher) -> matcher.group(1))
			.findFirst()
			.orElse("");
	}

	/** The statements behind some entries, as text. */
	public String statements(Path file, Tools tools, Predicate<String> which) {
		Path list = Path.of(file.getFileName() + ".some");
		Archive.write(list, this.entries.stream().filter((entry) -> which.test(entry.text())).toList());
		StringBuilder text = new StringBuilder();
		new Program(tools, "The archive could not be read").read("pg_restore",
				List.of("--schema-only", "--create", "--no-owner", "--no-acl", "--use-list=" + list, "--file=-",
						file.toString()),
				(printed) -> text.append(new String(printed.readAllBytes(), StandardCharsets.UTF_8)));
		return text.toString();
	}

}

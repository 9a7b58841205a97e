package io.shiplift.practice.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.shiplift.data.Command;

/**
 * How to run a server that refuses to be run by root. For anybody else the words of a
 * command stay as they are.
 */
final class Unprivileged {

	private static final int NOBODY = 65534;

	private static final List<String> OWN_NAMESPACE = List.of("unshare", "--user", "--map-user=" + NOBODY,
			"--map-group=" + NOBODY);

	private static final List<String> OTHER_USER = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
			"--clear-groups");

	private final List<String> prefix;

	private Unprivileged(List<String> prefix) {
		this.prefix = prefix;
	}

	/** Looks who owns {@code directory}, which this process has just made. */
	static Unprivileged owner(Path directory) {
		if (!ownedByRoot(directory)) {
			return new Unprivileged(List.of());
		}
		return new Unprivileged(works(OWN_NAMESPACE) ? OWN_NAMESPACE : OTHER_USER);
	}

	List<String> words(String... command) {
		List<String> words = new ArrayList<>(this.prefix);
		words.addAll(List.of(command));
		return words;
	}

	/** Gives files to the other user, if there is one. */
	void handOver(Path directory) {
		if (this.prefix != OTHER_USER) {
			return;
		}
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.toList()) {
				Files.setAttribute(file, "unix:uid", NOBODY);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean ownedByRoot(Path directory) {
		try {
			return Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean works(List<String> prefix) {
		List<String> words = new ArrayList<>(prefix);
		words.add("true");
		try {
			return Command.run(words).worked();
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

}

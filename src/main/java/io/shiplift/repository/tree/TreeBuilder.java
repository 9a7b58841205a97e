package io.shiplift.repository.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects the files of a tree and stops when there are too many.
 */
public final class TreeBuilder {

	private final Limits limits;

	private final NavigableMap<String, String> texts = new TreeMap<>();

	private final SortedSet<String> names = new TreeSet<>();

	private final List<String> remarks = new ArrayList<>();

	private long bytes;

	private long textBytes;

	private int entries;

	public TreeBuilder(Limits limits) {
		this.limits = limits;
	}

	/** Notes an entry that is no file, such as a directory or a link. */
	public void pass() throws TooMuch {
		if (++this.entries > this.limits.entries()) {
			throw new TooMuch(String.format(Locale.ROOT,
					"There are more than %,d entries, which is more than an app has. Leave out what is installed or built, such as node_modules.",
					this.limits.entries()));
		}
	}

	/** Refuses at once what says of itself that it is too large to arrive. */
	void expect(long bytes) throws TooMuch {
		if (bytes > this.limits.received()) {
			throw Counting.tooLarge(this.limits);
		}
	}

	/** Whether the content of a file is wanted. */
	public boolean wants(String path, long size) {
		return Interest.in(path) && size <= this.limits.text() && this.textBytes < this.limits.texts();
	}

	/** Notes a file whose content nobody wants. */
	public void name(String path, long size) throws TooMuch {
		pass();
		this.names.add(path);
		this.bytes += size;
		if (this.bytes > this.limits.unfolded()) {
			throw new TooMuch(String.format(Locale.ROOT,
					"The files are larger than %,d MB together. Leave out data and what is built.",
					this.limits.unfolded() / 1_000_000));
		}
		if (Interest.in(path) && size > this.limits.text()) {
			this.remarks.add(path + " is too large to be read.");
		}
	}

	/** Takes a file in. */
	public void add(String path, InputStream content, long size) throws IOException {
		name(path, size);
		byte[] read = content.readNBytes(this.limits.text());
		this.textBytes += read.length;
		if (this.textBytes > this.limits.texts()) {
			this.remarks.add("There is more text than is read; what was not read is not in the result.");
		}
		String text = new String(read, StandardCharsets.UTF_8);
		if (text.indexOf('\0') < 0 && read.length < this.limits.text()) {
			this.texts.put(path, text);
		}
	}

	/** The tree; a directory that holds everything is left out of the names. */
	public SourceTree build(String revision) {
		String root = root();
		NavigableMap<String, String> shortTexts = new TreeMap<>();
		this.texts.forEach((path, text) -> shortTexts.put(path.substring(root.length()), text));
		SortedSet<String> shortNames = new TreeSet<>();
		this.names.forEach((path) -> shortNames.add(path.substring(root.length())));
		return new SourceTree(revision, shortTexts, shortNames, this.bytes, this.remarks);
	}

	private String root() {
		if (this.names.isEmpty() || this.names.first().indexOf('/') < 0) {
			return "";
		}
		String root = this.names.first().substring(0, this.names.first().indexOf('/') + 1);
		boolean python = this.names.contains(root + "__init__.py");
		return (!python && this.names.last().startsWith(root)
				&& this.names.stream().allMatch((name) -> name.startsWith(root))) ? root : "";
	}

}

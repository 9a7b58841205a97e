package io.shiplift.repository.tree;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The files of an app: the names of all, and the texts of those that say something about
 * it. Nothing of it lies on the disk.
 */
public final class SourceTree {

	private final String revision;

	private final NavigableMap<String, String> texts;

	private final SortedSet<String> names;

	private final long bytes;

	private final List<String> remarks;

	SourceTree(String revision, NavigableMap<String, String> texts, SortedSet<String> names, long bytes,
			List<String> remarks) {
		this.revision = revision;
		this.texts = Collections.unmodifiableNavigableMap(texts);
		this.names = Collections.unmodifiableSortedSet(names);
		this.bytes = bytes;
		this.remarks = List.copyOf(remarks);
	}

	/** The commit or the SHA-256 of the archive. */
	public String revision() {
		return this.revision;
	}

	public Optional<String> text(String path) {
		return Optional.ofNullable(this.texts.get(path));
	}

	/** Files whose texts were read, in order. */
	public NavigableMap<String, String> texts() {
		return this.texts;
	}

	/** Names of all files. */
	public SortedSet<String> names() {
		return this.names;
	}

	/** Bytes of all files. */
	public long bytes() {
		return this.bytes;
	}

	/** What was left out, in sentences. */
	public List<String> remarks() {
		return this.remarks;
	}

}

package io.shiplift.repository.git;

import java.io.IOException;
import java.io.InputStream;

import io.shiplift.repository.tree.Limits;
import io.shiplift.repository.tree.SourceTree;
import io.shiplift.repository.tree.TooMuch;
import io.shiplift.repository.tree.TreeBuilder;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Reads the files of a commit straight from Git's store; nothing is checked out.
 */
public final class GitTree {

	private GitTree() {
	}

	/** The files of a revision; links and submodules are passed over. */
	public static SourceTree read(Repository repository, String revision, Limits limits) throws IOException {
		ObjectId id = repository.resolve(revision);
		if (id == null) {
			throw new TooMuch("The repository is empty: it has no commit yet.");
		}
		TreeBuilder builder = new TreeBuilder(limits);
		try (RevWalk commits = new RevWalk(repository); TreeWalk files = new TreeWalk(repository)) {
			RevCommit commit = commits.parseCommit(id);
			files.addTree(commit.getTree());
			files.setRecursive(true);
			while (files.next()) {
				try {
					entry(files, builder);
				}
				catch (MissingObjectException ex) {
					builder.name(files.getPathString(), 0);
				}
			}
			return builder.build(commit.name());
		}
	}

	private static void entry(TreeWalk files, TreeBuilder builder) throws IOException {
		FileMode mode = files.getFileMode(0);
		String path = files.getPathString();
		if (mode != FileMode.REGULAR_FILE && mode != FileMode.EXECUTABLE_FILE) {
			builder.pass();
			return;
		}
		ObjectReader reader = files.getObjectReader();
		long size = reader.getObjectSize(files.getObjectId(0), ObjectReader.OBJ_ANY);
		if (builder.wants(path, size)) {
			try (InputStream content = reader.open(files.getObjectId(0)).openStream()) {
				builder.add(path, content, size);
			}
		}
		else {
			builder.name(path, size);
		}
	}

}

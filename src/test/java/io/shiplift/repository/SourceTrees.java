package io.shiplift.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.shiplift.repository.tree.Limits;
import io.shiplift.repository.tree.SourceTree;
import io.shiplift.repository.tree.TreeBuilder;

/**
 * Makes trees of small invented apps.
 */
public final class SourceTrees {

	private SourceTrees() {
	}

	/** An app of the test resources. */
	public static SourceTree app(String name) {
		return directory(Path.of("src/test/resources/io/shiplift/repository", name));
	}

	public static SourceTree of(Map<String, String> files) {
		try {
			TreeBuilder builder = new TreeBuilder(Limits.usual());
			for (Map.Entry<String, String> file : files.entrySet()) {
				byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
				builder.add(file.getKey(), new ByteArrayInputStream(content), content.length);
			}
			return builder.build("test");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static SourceTree directory(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			TreeBuilder builder = new TreeBuilder(Limits.usual());
			List<Path> regular = files.filter(Files::isRegularFile).sorted().toList();
			for (Path file : regular) {
				builder.add(directory.relativize(file).toString(), Files.newInputStream(file), Files.size(file));
			}
			return builder.build("test");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

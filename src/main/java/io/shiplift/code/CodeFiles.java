package io.shiplift.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.repository.Repositories;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps uploaded archives until they were read, and not longer.
 */
@Component
class CodeFiles {

	private static final int BLOCK = 1 << 16;

	private final Path directory;

	private final long most;

	CodeFiles(@Value("${shiplift.home}") String home, Repositories repositories) {
		this.directory = Path.of(home).resolve("code").toAbsolutePath();
		this.most = repositories.largestArchive();
	}

	/** Keeps an archive under a name of its own. */
	String keep(InputStream content) {
		String name = UUID.randomUUID().toString();
		try {
			Files.createDirectories(this.directory);
			write(content, place(name));
			return name;
		}
		catch (IOException ex) {
			remove(name);
			throw new UncheckedIOException(ex);
		}
		catch (OutsideProblem ex) {
			remove(name);
			throw ex;
		}
	}

	InputStream open(String name) {
		try {
			return Files.newInputStream(place(name));
		}
		catch (IOException ex) {
			throw new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The uploaded archive is not there any more. Upload it again.", ex);
		}
	}

	void remove(String name) {
		try {
			Files.deleteIfExists(place(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(InputStream content, Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			byte[] block = new byte[BLOCK];
			long all = 0;
			for (int count = content.read(block); count >= 0; count = content.read(block)) {
				all += count;
				if (all > this.most) {
					throw new OutsideProblem(OutsideProblem.Kind.REFUSED, "The archive is larger than "
							+ this.most / 1_000_000 + " MB. Leave out data, media and what is built.");
				}
				out.write(block, 0, count);
			}
		}
	}

	private Path place(String name) {
		if (!name.matches("[0-9a-f-]{36}")) {
			throw new IllegalArgumentException("Not a name of an archive");
		}
		return this.directory.resolve(name);
	}

}

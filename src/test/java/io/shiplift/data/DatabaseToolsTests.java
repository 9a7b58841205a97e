package io.shiplift.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseTools}.
 */
class DatabaseToolsTests {

	@TempDir
	Path directory;

	@Test
	void findsTheToolsOfThisMachine() {
		assertThat(new DatabaseTools("").check(15)).isEmpty();
		assertThat(new DatabaseTools("").forServer(11).major()).isGreaterThanOrEqualTo(11);
	}

	@Test
	void saysWhatToInstallWhenThereAreNone() {
		assertThat(DatabaseTools.in(this.directory).check(16).orElseThrow()).contains("were not found")
			.contains("postgresql-client-16");
	}

	@Test
	void saysThatTheToolsAreTooOld() {
		assertThat(fakeTools(this.directory, 14).check(17).orElseThrow()).contains("PostgreSQL 17")
			.contains("newest pg_dump here is 14")
			.contains("postgresql-client-17");
	}

	@Test
	void toolsAsOldAsTheServerWillDo() {
		assertThat(fakeTools(this.directory, 14).check(14)).isEmpty();
	}

	static DatabaseTools fakeTools(Path directory, int major) {
		try {
			Files.createDirectories(directory);
			for (String name : new String[] { "pg_dump", "pg_restore", "psql" }) {
				Path program = directory.resolve(name);
				Files.writeString(program, "#!/bin/sh\necho '" + name + " (PostgreSQL) " + major + ".4 (fake)'\n");
				Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
			}
			return DatabaseTools.in(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

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

	/** The real tools, dressed as 17, whose pg_restore sets a parameter of its own. */
	static DatabaseTools newerTools(Path directory, String parameter) {
		Path real = new DatabaseTools("").forServer(15).directory();
		fakeTools(directory, 17);
		try {
			for (String name : new String[] { "pg_dump", "pg_restore", "psql" }) {
				String complaint = name.equals("pg_restore") ? "case \"$*\" in *--use-list*) echo 'pg_restore: error:"
						+ " could not execute query: ERROR:  unrecognized configuration parameter \"" + parameter
						+ "\"' >&2; " + real.resolve(name) + " \"$@\"; exit 1;; esac\n" : "";
				Files.writeString(directory.resolve(name), "#!/bin/sh\n[ \"$1\" = --version ] && echo '" + name
						+ " (PostgreSQL) 17.1' && exit\n" + complaint + "exec " + real.resolve(name) + " \"$@\"\n");
			}
			return DatabaseTools.in(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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

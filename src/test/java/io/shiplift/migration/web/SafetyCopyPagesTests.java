package io.shiplift.migration.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.shiplift.data.SafetyCopies;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.journal.JournalKind;
import io.shiplift.migration.Run;
import io.shiplift.step.RunKind;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.Scene;
import io.shiplift.testing.Visitors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the download of a safety copy.
 */
@PageTest
class SafetyCopyPagesTests {

	@Autowired
	private Visitors.Clicks clicks;

	@Autowired
	private Scene scene;

	@Autowired
	private SafetyCopies copies;

	@Autowired
	private Journal journal;

	private Run run;

	private String address = "";

	@BeforeEach
	void keepACopy(@TempDir Path directory) throws IOException {
		this.run = this.scene.run(this.scene.frozen(), RunKind.PREPARE);
		this.copies.keep(this.run.migrationId(), this.run.id(),
				Files.writeString(directory.resolve("backup.dump"), "PGDMP all of it"));
		this.address = "/runs/" + this.run.id() + "/safety-copy";
	}

	@AfterEach
	void deleteIt() {
		this.copies.of(this.run.migrationId()).forEach(this.copies::delete);
	}

	@Test
	void givesItToOperatorsAndRecordsThat() {
		assertThat(this.clicks.get(Visitors.OLGA, this.address)).hasStatusOk().bodyText().isEqualTo("PGDMP all of it");
		assertThat(this.journal.newest(Visitors.OLGA.teamId(), null, this.run.id(), 1)).singleElement()
			.matches((entry) -> entry.kind() == JournalKind.READ)
			.extracting(JournalEntry::actor)
			.isEqualTo("Olga Operator");
	}

	@Test
	void givesItToNobodyElse() {
		assertThat(this.clicks.get(Visitors.VERA, this.address)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.clicks.get(Visitors.ADA, this.address)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.clicks.get(Visitors.STRANGER, this.address)).hasStatus(HttpStatus.NOT_FOUND);
		this.copies.of(this.run.migrationId()).forEach(this.copies::delete);
		assertThat(this.clicks.get(Visitors.OLGA, this.address)).hasStatus(HttpStatus.NOT_FOUND);
	}

}

package io.shiplift.migration.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.shiplift.data.SafetyCopies;
import io.shiplift.fact.SafetyCopied;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.migration.Facts;
import io.shiplift.migration.Run;
import io.shiplift.plan.Bytes;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;

import org.springframework.stereotype.Component;

/**
 * Hands out safety copies. They hold all data of the app, so each time is recorded before
 * the first byte goes out.
 */
@Component
class SafetyCopyFiles {

	private static final String STEP = "safetycopy";

	private final SafetyCopies copies;

	private final Facts facts;

	private final Journal journal;

	SafetyCopyFiles(SafetyCopies copies, Facts facts, Journal journal) {
		this.copies = copies;
		this.facts = facts;
		this.journal = journal;
	}

	/** What the page of the run tells of its safety copy, while that is kept. */
	Optional<Shown> of(Run run) {
		if (run.step(STEP).isEmpty()) {
			return Optional.empty();
		}
		return this.copies.find(run.migrationId(), run.id())
			.flatMap((file) -> this.facts.find(run.migrationId(), run.id(), SafetyCopied.class))
			.map((copied) -> new Shown(Bytes.words(copied.bytes()), Instant.parse(copied.until())));
	}

	/** The file, for an operator of the run's team. */
	Path take(Run run, Member member) {
		member.require(Role.OPERATOR);
		Path file = this.copies.find(run.migrationId(), run.id()).orElseThrow(() -> new NotFound("safety copy"));
		String sha256 = this.facts.find(run.migrationId(), run.id(), SafetyCopied.class)
			.map(SafetyCopied::sha256)
			.orElse("unknown");
		this.journal.write(JournalKind.READ, Subject.step(run.teamId(), run.migrationId(), run.id(), STEP),
				member.name(), "downloads the safety copy, which holds all data of the app; SHA-256 " + sha256);
		return file;
	}

	/** Its size in words, and when it is deleted. */
	record Shown(String size, Instant until) {

	}

}

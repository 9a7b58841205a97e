package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.code.CodeScan;
import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Confidence;
import io.shiplift.repository.Correction;
import io.shiplift.repository.Proposal;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an app's code shows.
 */
record CodePage(@Nullable CodeScan scan, @Nullable RepositoryScan found, List<Group> groups,
		List<Correction> corrections) {

	private static final int SHOWN = 12;

	static CodePage of(Optional<CodeScan> scan, Optional<RepositoryScan> found, List<Correction> corrections) {
		List<Group> groups = new ArrayList<>();
		for (Topic.Group group : Topic.Group.values()) {
			List<Line> lines = found.stream()
				.flatMap((read) -> read.conclusions().stream())
				.filter((conclusion) -> conclusion.topic().group() == group)
				.map((conclusion) -> new Line(conclusion, said(conclusion, corrections)))
				.toList();
			if (!lines.isEmpty()) {
				groups.add(new Group(group.name().toLowerCase(java.util.Locale.ROOT), group.title(),
						lines.stream().limit(SHOWN).toList(), lines.stream().skip(SHOWN).toList()));
			}
		}
		return new CodePage(scan.orElse(null), found.orElse(null), groups, corrections);
	}

	public boolean reading() {
		return this.scan != null && this.scan.state() == CodeScan.State.READING;
	}

	public boolean failed() {
		return this.scan != null && this.scan.state() == CodeScan.State.FAILED;
	}

	/** Whether the code can be read again without asking where it is. */
	public boolean repeatable() {
		return this.scan != null && this.scan.kind() == CodeScan.Kind.GIT && !reading();
	}

	public List<Proposal> proposals() {
		return (this.found != null) ? this.found.proposals() : List.of();
	}

	public boolean hasPatch() {
		return this.found != null && !this.found.patch().isEmpty();
	}

	private static @Nullable Correction said(Conclusion conclusion, List<Correction> corrections) {
		return (conclusion.confidence() != Confidence.SAID) ? null
				: corrections.stream()
					.filter((correction) -> conclusion.about(correction.topic(), correction.name()))
					.findFirst()
					.orElse(null);
	}

	/** Conclusions that are shown together; the last ones on request. */
	record Group(String id, String title, List<Line> first, List<Line> rest) {

	}

	/** A conclusion, and who said it if a person did. */
	record Line(Conclusion conclusion, @Nullable Correction said) {

		public boolean correctable() {
			return this.conclusion.topic() != Topic.PROBLEM && this.conclusion.topic() != Topic.HARD_CODED_SECRET;
		}

	}

}

package io.shiplift.check.result;

import java.time.Instant;
import java.util.List;

import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Severity;
import io.shiplift.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A check as it stands for a migration: what it said last, and what somebody said to
 * that.
 */
public record CheckRow(CheckSheet sheet, @Nullable CheckResult result, @Nullable CheckOverride override, Instant now) {

	static CheckRow of(CheckSheet sheet, @Nullable CheckResult result, List<CheckOverride> overrides, Instant now) {
		CheckOverride given = (result != null)
				? overrides.stream().filter((candidate) -> candidate.covers(result)).findFirst().orElse(null) : null;
		return new CheckRow(sheet, result, given, now);
	}

	public String key() {
		return this.sheet.key();
	}

	public String title() {
		return this.sheet.title();
	}

	public Standing standing() {
		if (this.result == null) {
			return Standing.OPEN;
		}
		Verdict verdict = this.result.verdict();
		return switch (verdict.kind()) {
			case CLEAR -> Standing.CLEAR;
			case UNKNOWN -> Standing.UNKNOWN;
			case FOUND -> (this.override != null) ? Standing.ACCEPTED
					: verdict.severity().map(Standing::of).orElse(Standing.CLEAR);
		};
	}

	/** Whether what it was judged by is too old. */
	public boolean stale() {
		return this.result != null && this.result.stale(this.sheet.fresh(), this.now);
	}

	public List<Finding> findings() {
		return (this.result != null) ? this.result.verdict().findings() : List.of();
	}

	public List<String> causes() {
		return findings().stream().map(Finding::cause).toList();
	}

	/** Why it is clear or unknown, if there is more to say. */
	public String note() {
		return (this.result != null) ? this.result.verdict().note() : "";
	}

	/** Stands for the finding that a person sees. */
	public String hash() {
		return (this.result != null) ? this.result.hash() : "";
	}

	/** Whether a person may go on in spite of it. */
	public boolean overridable() {
		return this.override == null && this.result != null
				&& this.result.verdict().severity().filter(Severity::overridable).isPresent();
	}

	/** Whether it is worth a look before all others. */
	public boolean quiet() {
		return standing() == Standing.CLEAR && !stale();
	}

}

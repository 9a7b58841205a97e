package io.shiplift.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The answer of a check: nothing was found, something was, or nobody can know yet. The
 * {@code note} says why it is clear or unknown, if there is more to say.
 */
public record Verdict(Kind kind, List<Finding> findings, String note) {

	public Verdict {
		findings = List.copyOf(findings);
	}

	/** All is well. */
	public static Verdict clear() {
		return clear("");
	}

	/** All is well, for this reason. */
	public static Verdict clear(String note) {
		return new Verdict(Kind.CLEAR, List.of(), note);
	}

	/** It cannot be known yet; the sentence says why and what would help. */
	public static Verdict unknown(String why) {
		return new Verdict(Kind.UNKNOWN, List.of(), why);
	}

	/** These findings, or none. */
	public static Verdict of(List<Finding> findings) {
		return findings.isEmpty() ? clear() : new Verdict(Kind.FOUND, findings, "");
	}

	/** This finding. */
	public static Verdict of(Finding finding) {
		return of(List.of(finding));
	}

	/** A finding if the condition holds. */
	public static Verdict when(boolean condition, Finding finding) {
		return condition ? of(finding) : clear();
	}

	/** One finding for all of these things, with them as its evidence. */
	public static <T> Verdict each(Collection<T> things, Function<T, String> words, Finding finding) {
		return when(!things.isEmpty(), finding.seen(things.stream().map(words).sorted().distinct().toList()));
	}

	/** One finding for all of these names, with them as its evidence. */
	public static Verdict names(Collection<String> names, Finding finding) {
		return each(names, Function.identity(), finding);
	}

	/** How bad the worst finding is. */
	public Optional<Severity> severity() {
		return this.findings.stream().map(Finding::severity).min(Severity::compareTo);
	}

	public boolean isUnknown() {
		return this.kind == Kind.UNKNOWN;
	}

	public boolean isClear() {
		return this.kind == Kind.CLEAR;
	}

	/**
	 * The kinds of answers.
	 */
	public enum Kind {

		/** Nothing was found. */
		CLEAR,

		/** Something was found. */
		FOUND,

		/** Nobody can know yet. */
		UNKNOWN

	}

}

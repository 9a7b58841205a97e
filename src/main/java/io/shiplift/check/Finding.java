package io.shiplift.check;

import java.util.List;

/**
 * Something that was found: how bad it is, what it is with names and places as evidence,
 * and what to do, as words and where possible as a command to copy. None of it may
 * contain a secret, or change while nothing else does: an override is bound to it.
 */
public record Finding(Severity severity, String cause, List<String> evidence, String remedy, String command) {

	public Finding {
		evidence = List.copyOf(evidence);
	}

	/** The plan must not be frozen like this. */
	public static Finding blocker(String cause, String remedy) {
		return new Finding(Severity.BLOCKER, cause, List.of(), remedy, "");
	}

	/** Something will break. */
	public static Finding warning(String cause, String remedy) {
		return new Finding(Severity.WARNING, cause, List.of(), remedy, "");
	}

	/** Good to know. */
	public static Finding info(String cause, String remedy) {
		return new Finding(Severity.INFO, cause, List.of(), remedy, "");
	}

	/** The same with what it was seen by. */
	public Finding seen(List<String> names) {
		return new Finding(this.severity, this.cause, names, this.remedy, this.command);
	}

	/** The same with what it was seen by. */
	public Finding seen(String... names) {
		return seen(List.of(names));
	}

	/** The same with a command that helps. */
	public Finding run(String line) {
		return new Finding(this.severity, this.cause, this.evidence, this.remedy, line);
	}

}

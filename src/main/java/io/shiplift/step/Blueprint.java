package io.shiplift.step;

import java.util.Map;
import java.util.Set;

/**
 * A CloudFormation stack as a step would build it: the template and what is known of its
 * parameters. Those that come from steps not carried out yet are {@code missing}; the
 * values of {@code secret} ones are made when they are needed and never shown.
 */
public record Blueprint(String part, String stack, String template, Map<String, String> parameters, Set<String> missing,
		Set<String> secret, Map<String, String> tags, boolean keptOnFailure) {

	/** Under this name a step remembers what it had built. */
	public static final String BUILT = "stack-built";

	/** The changes that a person can look at before the stack is built. */
	public String changeSet() {
		return "shiplift-" + this.tags.getOrDefault("shiplift:settings", "");
	}

	/** Whether AWS can be asked what it would do. */
	public boolean complete() {
		return this.missing.isEmpty() && this.secret.isEmpty();
	}

}
